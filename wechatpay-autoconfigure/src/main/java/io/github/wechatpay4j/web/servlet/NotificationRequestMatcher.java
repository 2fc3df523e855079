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

package io.github.wechatpay4j.web.servlet;

import io.github.wechatpay4j.web.NotificationPath;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Recognizes requests to the endpoint for Spring Security: they prove themselves by their
 * signature, so neither a login nor a CSRF token is asked of them.
 */
public final class NotificationRequestMatcher implements RequestMatcher {

	private final RequestMatcher matcher;

	private final String description;

	/**
	 * Creates a matcher.
	 * @param path where the endpoint is
	 * @param servletPath the path of the dispatcher servlet, empty for the default
	 */
	public NotificationRequestMatcher(NotificationPath path, String servletPath) {
		PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
		PathPatternRequestMatcher.Builder matchers = servletPath.isEmpty() ? builder : builder.basePath(servletPath);
		this.matcher = new OrRequestMatcher(path.patterns("merchant")
			.stream()
			.<RequestMatcher>map((pattern) -> matchers.matcher(HttpMethod.POST, pattern))
			.toList());
		this.description = "WeChat Pay notifications (POST " + path.value() + ", which prove themselves by signature)";
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return this.matcher.matches(request);
	}

	@Override
	public String toString() {
		return this.description;
	}

}
