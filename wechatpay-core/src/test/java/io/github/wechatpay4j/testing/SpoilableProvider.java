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

package io.github.wechatpay4j.testing;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A security provider that does what the JVM's own do, unless it is told otherwise, and
 * counts how often it is asked.
 */
public final class SpoilableProvider extends Provider {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, Supplier<Service>> spoiled = new HashMap<>();

	private final transient AtomicInteger requests = new AtomicInteger();

	public SpoilableProvider(String name) {
		super(name, "1", "for tests");
	}

	/** Without an algorithm. */
	public SpoilableProvider without(String type, String algorithm) {
		this.spoiled.put(type + algorithm, () -> null);
		return this;
	}

	/** With another algorithm in place of one. */
	public SpoilableProvider with(String type, String algorithm, String other) {
		this.spoiled.put(type + algorithm, () -> installed(type, other));
		return this;
	}

	/** With an implementation of its own. */
	public SpoilableProvider with(String type, String algorithm, Supplier<Object> implementation) {
		Service service = new Service(this, type, algorithm, "none", null, null) {

			@Override
			public Object newInstance(Object parameter) {
				return implementation.get();
			}

		};
		putService(service);
		this.spoiled.put(type + algorithm, () -> service);
		return this;
	}

	/** How often an algorithm was looked up. */
	public int requests() {
		return this.requests.get();
	}

	@Override
	public Service getService(String type, String algorithm) {
		this.requests.incrementAndGet();
		Supplier<Service> other = this.spoiled.get(type + algorithm);
		return (other != null) ? other.get() : installed(type, algorithm);
	}

	private static Service installed(String type, String algorithm) {
		return Arrays.stream(Security.getProviders())
			.map((provider) -> provider.getService(type, algorithm))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
