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

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.web.NotificationAnswer;
import io.github.wechatpay4j.web.NotificationEndpoint;
import io.github.wechatpay4j.web.NotificationPath;
import io.github.wechatpay4j.web.ProbedAnswer;
import io.github.wechatpay4j.web.admission.NotificationSource;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The endpoint in Spring MVC, on the raw bytes of the request. It has a mapping of its
 * own: what the application configures for its controllers and routes, such as API
 * versions, is nothing that WeChat Pay knows of.
 */
public final class NotificationRequestHandler implements HttpRequestHandler {

	private static final String MERCHANT = "wechatpayMerchant";

	private final NotificationPath path;

	private final NotificationEndpoint endpoint;

	private NotificationRequestHandler(NotificationPath path, NotificationEndpoint endpoint) {
		this.path = Objects.requireNonNull(path, "path");
		this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
	}

	/**
	 * Makes the mapping.
	 * @param path where the endpoint is
	 * @param endpoint answers notifications
	 * @return the mapping
	 */
	public static HandlerMapping mapping(NotificationPath path, NotificationEndpoint endpoint) {
		NotificationRequestHandler handler = new NotificationRequestHandler(path, endpoint);
		Map<String, NotificationRequestHandler> mappings = path.patterns(MERCHANT)
			.stream()
			.collect(Collectors.toMap(Function.identity(), (pattern) -> handler));
		return new SimpleUrlHandlerMapping(mappings, Ordered.HIGHEST_PRECEDENCE);
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!"POST".equals(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, "POST");
			response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
			return;
		}
		NotificationAnswer answer = answer(request);
		response.setStatus(answer.status());
		answer.headers().forEach((header) -> response.setHeader(header.name(), header.value()));
		byte[] content = answer.body();
		if (content.length > 0) {
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.getOutputStream().write(content);
		}
	}

	private NotificationAnswer answer(HttpServletRequest request) throws IOException {
		NotificationSource source = NotificationSource.of(request.getRemoteAddr());
		String merchant = this.path.merchantOf(this.path.of(merchantVariable(request))).orElse(null);
		NotificationAnswer refused = this.endpoint
			.refuseUnread((merchant != null) ? merchant : "", source, request.getContentLengthLong())
			.orElse(null);
		if (refused != null) {
			return refused;
		}
		if (merchant == null) {
			return this.endpoint.unknownMerchant(source);
		}
		int max = this.endpoint.maxBodySize();
		byte[] body = read(request, max + 1);
		return (body.length > max) ? this.endpoint.tooLarge(merchant, source)
				: Objects.requireNonNull(this.endpoint.answer(merchant, source, request::getHeader, body).block());
	}

	/** Whom a request to a path within the application would be for. */
	ProbedAnswer probe(String path) {
		return this.path.merchantOf(path).map(ProbedAnswer::endpoint).orElseGet(ProbedAnswer::nothing);
	}

	/** Who has read the body as characters before has left nothing of it. */
	private static byte[] read(HttpServletRequest request, int max) throws IOException {
		ServletInputStream content;
		try {
			content = request.getInputStream();
		}
		catch (IllegalStateException ex) {
			return new byte[0];
		}
		return content.readNBytes(max);
	}

	private static String merchantVariable(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Object merchant = (variables instanceof Map<?, ?> map) ? map.get(MERCHANT) : null;
		return (merchant != null) ? merchant.toString() : Merchant.DEFAULT_NAME;
	}

}
