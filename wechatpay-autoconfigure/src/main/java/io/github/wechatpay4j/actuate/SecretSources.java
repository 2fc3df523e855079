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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * What the secrets of an environment are put together from: the properties that they
 * refer to, those that these refer to, and whatever else refers to one of them.
 */
final class SecretSources {

	private final ConfigurableEnvironment environment;

	/** Everything that is written down, by plain name. */
	private final Map<String, List<String>> written = new HashMap<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> values = new HashSet<>();

	private SecretSources(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	static SecretSources of(ConfigurableEnvironment environment) {
		SecretSources sources = new SecretSources(environment);
		environment.getPropertySources().forEach(sources::read);
		Set<String> numbers = sources.merchantNumbers();
		Map.copyOf(sources.written).forEach((name, texts) -> {
			if (SecretNames.isSecret(name)) {
				texts.forEach((text) -> sources.root(name, text, numbers));
			}
		});
		sources.addWhatRefersToThem();
		return sources;
	}

	/** Plain names of all that a secret is made of, or that is made of a secret. */
	Set<String> names() {
		return this.names;
	}

	/** The secrets and their parts. */
	Collection<String> values() {
		return this.values;
	}

	private void read(PropertySource<?> source) {
		if (source instanceof EnumerablePropertySource<?> enumerable) {
			for (String name : enumerable.getPropertyNames()) {
				Object value = enumerable.getProperty(name);
				if (value != null) {
					this.written.computeIfAbsent(SecretNames.plain(name), (key) -> new ArrayList<>())
						.add(value.toString());
				}
			}
		}
	}

	private Set<String> merchantNumbers() {
		Set<String> numbers = new HashSet<>();
		this.written.forEach((name, texts) -> {
			if (SecretNames.isMerchantNumber(name)) {
				texts.forEach((text) -> numbers.add(resolve(text).strip()));
			}
		});
		return numbers;
	}

	/**
	 * A location is no secret, and neither is the default password, the merchant's
	 * number.
	 */
	private void root(String name, String text, Set<String> numbers) {
		String resolved = resolve(text);
		boolean location = SecretNames.mayBeLocation(name) && SecretNames.isLocation(resolved);
		if (!location && !numbers.contains(resolved.strip())) {
			this.values.add(resolved);
			trace(text);
		}
	}

	private void trace(String text) {
		for (String name : references(text)) {
			if (this.names.add(name)) {
				this.written.getOrDefault(name, List.of()).forEach((part) -> {
					this.values.add(resolve(part));
					trace(part);
				});
			}
		}
	}

	private void addWhatRefersToThem() {
		boolean found;
		do {
			found = false;
			for (Map.Entry<String, List<String>> entry : this.written.entrySet()) {
				boolean refers = !this.names.contains(entry.getKey()) && entry.getValue()
					.stream()
					.flatMap((text) -> references(text).stream())
					.anyMatch((name) -> this.names.contains(name) || isSecretItself(name));
				found |= refers && this.names.add(entry.getKey());
			}
		}
		while (found);
	}

	private boolean isSecretItself(String name) {
		return SecretNames.isSecret(name) && this.written.getOrDefault(name, List.of())
			.stream()
			.anyMatch((text) -> this.values.contains(resolve(text)));
	}

	/** The plain names in the placeholders of a text, nested ones too. */
	private List<String> references(String text) {
		List<String> found = new ArrayList<>();
		for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
			String content = content(text, start + 2);
			String name = resolve(content);
			found.add(SecretNames.plain(name));
			int separator = name.indexOf(':');
			if (separator >= 0) {
				found.add(SecretNames.plain(name.substring(0, separator)));
			}
		}
		return found;
	}

	private static String content(String text, int start) {
		int depth = 1;
		int end = start;
		while (end < text.length()) {
			if (text.startsWith("${", end)) {
				depth++;
			}
			else if (text.charAt(end) == '}' && --depth == 0) {
				break;
			}
			end++;
		}
		return text.substring(start, end);
	}

	private String resolve(String text) {
		try {
			return this.environment.resolvePlaceholders(text);
		}
		catch (IllegalArgumentException ex) {
			// A circle of placeholders
			return text;
		}
	}

}
