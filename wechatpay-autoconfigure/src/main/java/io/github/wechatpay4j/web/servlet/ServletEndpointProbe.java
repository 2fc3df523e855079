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

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.web.EndpointProbe;
import io.github.wechatpay4j.web.ProbedAnswer;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks the handler mappings of Spring MVC in the order in which they are asked for a
 * request: another one may come before the endpoint's.
 */
public final class ServletEndpointProbe implements EndpointProbe {

	private final ApplicationContext context;

	private final String contextPath;

	private final String servletPath;

	/**
	 * Creates a probe.
	 * @param context where the mappings are
	 * @param contextPath the context path of the application, empty for none
	 * @param servletPath the prefix of the dispatcher servlet, empty for none
	 */
	public ServletEndpointProbe(ApplicationContext context, String contextPath, String servletPath) {
		this.context = Objects.requireNonNull(context, "context");
		this.contextPath = Objects.requireNonNull(contextPath, "contextPath");
		this.servletPath = Objects.requireNonNull(servletPath, "servletPath");
	}

	@Override
	public ProbedAnswer probe(String path) {
		String prefix = this.contextPath + this.servletPath;
		if (!path.startsWith(prefix + "/")) {
			return ProbedAnswer.nothing();
		}
		for (HandlerMapping mapping : mappings()) {
			ProbedAnswer answer = ask(mapping, path);
			if (answer != null) {
				return answer;
			}
		}
		return ProbedAnswer.nothing();
	}

	private List<HandlerMapping> mappings() {
		return BeanFactoryUtils.beansOfTypeIncludingAncestors(this.context, HandlerMapping.class, true, false)
			.values()
			.stream()
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList();
	}

	private @Nullable ProbedAnswer ask(HandlerMapping mapping, String path) {
		ProbeRequest request = new ProbeRequest(path, this.contextPath, this.servletPath);
		try {
			ServletRequestPathUtils.parseAndCache(request);
			HandlerExecutionChain chain = mapping.getHandler(request);
			if (chain == null) {
				return null;
			}
			return (chain.getHandler() instanceof NotificationRequestHandler handler)
					? handler.probe(path.substring(this.contextPath.length() + this.servletPath.length()))
					: ProbedAnswer.other(chain.getHandler().getClass().getName());
		}
		catch (ServletException ex) {
			// It knows the path, and refuses how it is asked
			return ProbedAnswer.other(mapping.getClass().getName());
		}
		catch (Exception ex) {
			// Asked for more than a probe has: nothing can be said of this one
			return null;
		}
	}

}
