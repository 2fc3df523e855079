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

package io.github.wechatpay4j.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Says when properties below {@code wechatpay} have changed in the environment while the
 * application runs: a configuration server seems to have changed a key, and nothing
 * happens. Knows the events of Spring Cloud, Nacos and Apollo by their names.
 */
final class ChangedPropertiesWarning implements GenericApplicationListener {

	private static final Logger logger = LoggerFactory.getLogger(ChangedPropertiesWarning.class);

	private static final List<String> PACKAGES = List.of("org.springframework.cloud.", "com.alibaba.nacos.",
			"com.alibaba.cloud.", "com.alibaba.boot.nacos.", "com.ctrip.framework.apollo.");

	private static final Bindable<Map<String, String>> TEXTS = Bindable.mapOf(String.class, String.class);

	private final Environment environment;

	/** No more than tells whether a value is another one: some of them are secret. */
	private Map<String, Integer> known;

	ChangedPropertiesWarning(Environment environment) {
		this.environment = environment;
		this.known = look();
	}

	@Override
	public boolean supportsEventType(ResolvableType type) {
		String name = type.toClass().getName();
		return PACKAGES.stream().anyMatch(name::startsWith);
	}

	@Override
	public synchronized void onApplicationEvent(ApplicationEvent event) {
		Map<String, Integer> now = look();
		TreeSet<String> changed = new TreeSet<>(now.keySet());
		changed.addAll(this.known.keySet());
		changed.removeIf((key) -> Objects.equals(now.get(key), this.known.get(key)));
		this.known = now;
		if (!changed.isEmpty()) {
			logger.warn(
					"These properties have changed and are not applied before a restart: wechatpay.{}. To change keys"
							+ " of a running application, use an SSL bundle or the bean InMemoryMerchantRegistry",
					String.join(", wechatpay.", changed));
		}
	}

	private Map<String, Integer> look() {
		Map<String, Integer> found = new HashMap<>();
		Binder.get(this.environment)
			.bind("wechatpay", TEXTS)
			.orElseGet(Map::of)
			.forEach((key, value) -> found.put(key, value.hashCode()));
		return found;
	}

}
