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

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * As much of a {@code POST} request as handler mappings look at. Never handled.
 */
final class ProbeRequest extends HttpServletRequestWrapper {

	private final String path;

	private final String contextPath;

	private final String servletPath;

	private final Map<String, Object> attributes = new HashMap<>();

	ProbeRequest(String path, String contextPath, String servletPath) {
		super(nothing());
		this.path = path;
		this.contextPath = contextPath;
		this.servletPath = servletPath;
	}

	private static HttpServletRequest nothing() {
		return (HttpServletRequest) Proxy.newProxyInstance(ProbeRequest.class.getClassLoader(),
				new Class<?>[] { HttpServletRequest.class }, (proxy, method, arguments) -> {
					throw new UnsupportedOperationException(method.getName());
				});
	}

	@Override
	public String getMethod() {
		return "POST";
	}

	@Override
	public String getRequestURI() {
		return this.path;
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer("http://localhost").append(this.path);
	}

	@Override
	public String getContextPath() {
		return this.contextPath;
	}

	@Override
	public String getServletPath() {
		return this.servletPath.isEmpty() ? this.path.substring(this.contextPath.length()) : this.servletPath;
	}

	@Override
	public @Nullable String getPathInfo() {
		return this.servletPath.isEmpty() ? null
				: this.path.substring(this.contextPath.length() + this.servletPath.length());
	}

	@Override
	public HttpServletMapping getHttpServletMapping() {
		return new DispatcherMapping(this.servletPath);
	}

	@Override
	public DispatcherType getDispatcherType() {
		return DispatcherType.REQUEST;
	}

	@Override
	public @Nullable String getQueryString() {
		return null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return "Content-Type".equalsIgnoreCase(name) ? getContentType() : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		String value = getHeader(name);
		return (value != null) ? Collections.enumeration(Collections.singleton(value)) : Collections.emptyEnumeration();
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(Collections.singleton("Content-Type"));
	}

	@Override
	public String getContentType() {
		return "application/json";
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public Locale getLocale() {
		return Locale.ROOT;
	}

	@Override
	public String getScheme() {
		return "http";
	}

	@Override
	public String getServerName() {
		return "localhost";
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Collections.emptyMap();
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.attributes.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

	private record DispatcherMapping(String prefix) implements HttpServletMapping {

		@Override
		public String getMatchValue() {
			return "";
		}

		@Override
		public String getPattern() {
			return this.prefix.isEmpty() ? "/" : this.prefix + "/*";
		}

		@Override
		public String getServletName() {
			return "dispatcherServlet";
		}

		@Override
		public MappingMatch getMappingMatch() {
			return this.prefix.isEmpty() ? MappingMatch.DEFAULT : MappingMatch.PATH;
		}

	}

}
