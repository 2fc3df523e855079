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

package io.github.wechatpay4j.operation;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.SendableText;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The path and query of a request exactly as they are signed and sent: every value is
 * percent-encoded once, here.
 */
public final class RequestTarget {

	private RequestTarget() {
	}

	/**
	 * Starts a target.
	 * @param pathTemplate the operation's path, with {@code {variables}}
	 * @param encryptor encrypts sensitive values
	 * @return a builder
	 */
	public static Builder of(String pathTemplate, UnaryOperator<String> encryptor) {
		return new Builder(pathTemplate, encryptor);
	}

	/**
	 * Insists on a path and query that can be signed and sent exactly as they are.
	 * @param target the path and query
	 * @return the target as an address without a host
	 * @throws IllegalArgumentException if it is anything else; its message does not show
	 * the target, which may hold personal data
	 */
	public static URI requireEncoded(String target) {
		SendableText.visible(target, "target");
		try {
			URI uri = new URI(target);
			if (target.startsWith("/") && !target.startsWith("//") && uri.getRawFragment() == null) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// Its message would show the target
		}
		throw new IllegalArgumentException(
				"'target' must be an encoded path and query such as /v3/things?limit=1. Nothing was sent");
	}

	/**
	 * Binds path variables and query parameters. Not safe for use by many threads.
	 */
	public static final class Builder {

		private final String template;

		private final UnaryOperator<String> encryptor;

		private final Map<String, String> variables = new HashMap<>();

		private final StringBuilder query = new StringBuilder();

		private Builder(String template, UnaryOperator<String> encryptor) {
			this.template = template;
			this.encryptor = encryptor;
		}

		/**
		 * Binds a path variable.
		 * @param name the variable's name in the template
		 * @param value its value, not yet encoded
		 * @return this builder
		 * @throws IllegalArgumentException if the value is missing or empty, or a dot
		 * segment, which would name another resource
		 */
		public Builder path(String name, @Nullable Object value) {
			String text = text(Required.field(value, name));
			if (".".equals(text) || "..".equals(text)) {
				throw new IllegalArgumentException("'" + name + "' must not be '.' or '..'");
			}
			this.variables.put(name, encode(Required.field(text, name), name));
			return this;
		}

		/**
		 * Adds a query parameter; one with the value {@code null} is left out. A name may
		 * be added several times.
		 * @param name the parameter's name
		 * @param value its value, not yet encoded
		 * @return this builder
		 */
		public Builder query(String name, @Nullable Object value) {
			if (value != null) {
				this.query.append(this.query.isEmpty() ? '?' : '&')
					.append(encode(name, name))
					.append('=')
					.append(encode(text(value), name));
			}
			return this;
		}

		/**
		 * Adds a query parameter for each value, all of the same name.
		 * @param name the parameter's name
		 * @param values the values, not yet encoded
		 * @return this builder
		 */
		public Builder queries(String name, Collection<?> values) {
			values.forEach((value) -> query(name, value));
			return this;
		}

		/**
		 * Adds a query parameter that travels encrypted; one with the value {@code null}
		 * is left out.
		 * @param name the parameter's name
		 * @param value its value, the plain text
		 * @return this builder
		 */
		public Builder sensitiveQuery(String name, @Nullable String value) {
			return query(name, (value != null) ? this.encryptor.apply(SendableText.basicPlane(value, name)) : null);
		}

		/**
		 * Builds the path and query.
		 * @return the encoded path and query
		 * @throws IllegalArgumentException if a variable of the template is not bound
		 */
		public String build() {
			StringBuilder target = new StringBuilder(this.template.length() + this.query.length() + 32);
			int from = 0;
			for (int open = this.template.indexOf('{'); open >= 0; open = this.template.indexOf('{', from)) {
				int close = this.template.indexOf('}', open);
				String name = this.template.substring(open + 1, close);
				target.append(this.template, from, open).append(Required.field(this.variables.get(name), name));
				from = close + 1;
			}
			return target.append(this.template, from, this.template.length()).append(this.query).toString();
		}

		private static String text(Object value) {
			return (value instanceof OffsetDateTime time) ? ProtocolTime.format(time) : value.toString();
		}

		private static String encode(String value, String name) {
			return UriUtils.encode(SendableText.encodable(value, name), StandardCharsets.UTF_8);
		}

	}

}
