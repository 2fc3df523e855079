/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Hides WeChat Pay secrets in the {@code env} and {@code configprops} endpoints, also
 * where these are told to show values: by the property's name in any spelling; by the
 * name of every property that a secret is put together from, or that refers to one; and
 * by the value itself wherever it stands. Private keys in PEM are hidden everywhere, and
 * so are the keys and passwords of SSL bundles, and JSON that holds properties.
 */
public final class WechatPaySanitizingFunction implements SanitizingFunction {

	/** An endpoint asks about hundreds of values at once. */
	private static final Duration LIFETIME = Duration.ofSeconds(1);

	private static final String CONTENT = "base64:";

	private final ConfigurableEnvironment environment;

	private final List<String> known;

	private final LongSupplier nanoTime;

	private volatile @Nullable Secrets present;

	/**
	 * Creates a function that knows no more of the environment than what it is shown.
	 * @param known the values of secrets
	 */
	public WechatPaySanitizingFunction(Collection<String> known) {
		this(new StandardEnvironment(), known, System::nanoTime);
	}

	/**
	 * Creates a function.
	 * @param environment what is configured; it may change
	 * @param known the values of secrets that are known in another way
	 * @param nanoTime measures time
	 */
	public WechatPaySanitizingFunction(ConfigurableEnvironment environment, Collection<String> known,
			LongSupplier nanoTime) {
		this.environment = Objects.requireNonNull(environment, "environment");
		this.known = known.stream().filter((value) -> !SecretNames.isLocation(value)).toList();
		this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		return isSecret(SecretNames.plain(data.getKey()), (value != null) ? value.toString() : "")
				? data.withSanitizedValue() : data;
	}

	private boolean isSecret(String name, String text) {
		if (SecretNames.isSecret(name)
				&& !(SecretNames.isOfBundle(name) && SecretNames.mayBeLocation(name) && SecretNames.isLocation(text))) {
			return true;
		}
		if (text.strip().startsWith(CONTENT) && (SecretNames.isOfBundle(name) || name.contains("wechatpay"))) {
			return true;
		}
		Secrets secrets = secrets();
		return secrets.names().contains(name) || secrets.values().isIn(text);
	}

	private Secrets secrets() {
		long now = this.nanoTime.getAsLong();
		Secrets secrets = this.present;
		if (secrets == null || now - secrets.since() > LIFETIME.toNanos()) {
			SecretSources sources = SecretSources.of(this.environment);
			List<String> values = new ArrayList<>(this.known);
			values.addAll(sources.values());
			secrets = new Secrets(now, sources.names(), new SecretValues(values));
			this.present = secrets;
		}
		return secrets;
	}

	private record Secrets(long since, Set<String> names, SecretValues values) {

		@Override
		public String toString() {
			return "Secrets[" + this.names.size() + "]";
		}

	}

}
