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

package io.github.wechatpay4j.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.wechatpay4j.merchant.Merchant;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * Where the endpoint is: the default merchant at the path itself, further ones below it
 * under their names. A slash at the end changes nothing.
 *
 * @param value the path within the application
 */
public record NotificationPath(String value) {

	private static final Pattern SYNTAX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	/** A stranger chooses what is looked up. */
	private static final int LONGEST_NAME = 128;

	/**
	 * Creates a path.
	 * @param value the path within the application
	 * @throws IllegalArgumentException if it is no plain path
	 */
	public NotificationPath {
		Objects.requireNonNull(value, "value");
		if (!SYNTAX.matcher(value).matches()) {
			throw new IllegalArgumentException(
					"The value is not a path that begins with '/' and holds no query, variable or trailing '/'.");
		}
	}

	/**
	 * The path for one merchant.
	 * @param merchant the merchant's name
	 * @return the path within the application, encoded
	 */
	public String of(String merchant) {
		return Merchant.DEFAULT_NAME.equals(merchant) ? this.value
				: this.value + "/" + URLEncoder.encode(merchant, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * What the endpoint answers, as patterns.
	 * @param variable the name of the variable that holds the merchant's name
	 * @return the patterns within the application
	 */
	public List<String> patterns(String variable) {
		String merchant = this.value + "/{" + variable + "}";
		return List.of(this.value, this.value + "/", merchant, merchant + "/");
	}

	/**
	 * The merchant that a request is for.
	 * @param path the request's path within the application, encoded
	 * @return the merchant's name; empty if the path is not one of the endpoint's
	 */
	public Optional<String> merchantOf(String path) {
		List<String> requested = segments(path);
		List<String> own = segments(this.value);
		if (requested.equals(own)) {
			return Optional.of(Merchant.DEFAULT_NAME);
		}
		if (requested.size() != own.size() + 1 || !requested.subList(0, own.size()).equals(own)) {
			return Optional.empty();
		}
		String name = requested.get(own.size());
		return isName(name) ? Optional.of(name) : Optional.empty();
	}

	private static boolean isName(String name) {
		return name.length() <= LONGEST_NAME && name.codePoints()
			.noneMatch((point) -> point == '/' || point == '\\' || Character.isISOControl(point)
					|| Character.isWhitespace(point));
	}

	/** The decoded segments; none for what is no path that anything answers. */
	private static List<String> segments(String path) {
		List<String> segments = new ArrayList<>();
		boolean separated = false;
		try {
			for (PathContainer.Element element : PathContainer.parsePath(path).elements()) {
				if (element instanceof PathSegment segment && separated) {
					segments.add(segment.valueToMatch());
				}
				else if (element instanceof PathSegment || separated) {
					return List.of();
				}
				separated = !(element instanceof PathSegment);
			}
		}
		catch (IllegalArgumentException ex) {
			// An escape that is none
			return List.of();
		}
		return segments;
	}

}
