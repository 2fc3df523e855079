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

import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletContext;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

/**
 * What the web framework puts before every path of the application. Only that of the
 * stack which runs counts: the properties of the other one may be left over, and change
 * nothing.
 *
 * @param contextPath the context path of a servlet application, or the base path of a
 * reactive one; empty for none
 * @param servletPath the prefix of the dispatcher servlet, empty for none
 */
record WebPrefix(String contextPath, String servletPath) {

	private static final boolean SERVLET = isPresent("jakarta.servlet.ServletContext");

	private static final boolean WEB_SERVER = isPresent(
			"org.springframework.boot.web.server.context.WebServerApplicationContext");

	private static final boolean DISPATCHER_PATH = isPresent(
			"org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath");

	/**
	 * The prefix of an application. One without a web server shares its configuration
	 * with one that has, on the stack that its class path has.
	 */
	static WebPrefix of(ApplicationContext context) {
		if (context instanceof ReactiveWebApplicationContext) {
			return reactive(context.getEnvironment());
		}
		if (SERVLET && context instanceof WebApplicationContext web) {
			return Servlet.prefix(web);
		}
		Environment environment = context.getEnvironment();
		return (WebApplicationType.deduce() == WebApplicationType.REACTIVE) ? reactive(environment) : new WebPrefix(
				property(environment, "server.servlet.context-path"), property(environment, "spring.mvc.servlet.path"));
	}

	private static WebPrefix reactive(Environment environment) {
		return new WebPrefix(property(environment, "spring.webflux.base-path"), "");
	}

	/** All of it. */
	String value() {
		return this.contextPath + this.servletPath;
	}

	private static String property(Environment environment, String name) {
		return clean(environment.getProperty(name, ""));
	}

	/** Spring Boot completes some of these in the same way. */
	private static String clean(String path) {
		String clean = NotificationAddress.withoutTrailingSlashes(path.strip());
		clean = (clean.isEmpty() || clean.startsWith("/")) ? clean : "/" + clean;
		return clean.contains("%") ? clean : UriUtils.encodePath(clean, StandardCharsets.UTF_8);
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, WebPrefix.class.getClassLoader());
	}

	/** Loaded in servlet applications only. */
	private static final class Servlet {

		private Servlet() {
		}

		static WebPrefix prefix(WebApplicationContext context) {
			return new WebPrefix(contextPath(context), DISPATCHER_PATH ? DispatcherPath.of(context)
					: property(context.getEnvironment(), "spring.mvc.servlet.path"));
		}

		/**
		 * A server of its own container, as for a war, knows nothing of Spring's
		 * properties.
		 */
		private static String contextPath(WebApplicationContext context) {
			ServletContext servlets = context.getServletContext();
			boolean served = WEB_SERVER && context instanceof WebServerApplicationContext;
			return (served && servlets != null) ? clean(servlets.getContextPath())
					: property(context.getEnvironment(), "server.servlet.context-path");
		}

	}

	/** Loaded only with Spring Boot's module for Spring MVC. */
	private static final class DispatcherPath {

		private DispatcherPath() {
		}

		static String of(WebApplicationContext context) {
			DispatcherServletPath path = context.getBeanProvider(DispatcherServletPath.class).getIfUnique();
			return (path != null) ? clean(path.getPrefix())
					: property(context.getEnvironment(), "spring.mvc.servlet.path");
		}

	}

}
