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

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.web.NotificationAnswer;
import io.github.wechatpay4j.web.NotificationEndpoint;
import io.github.wechatpay4j.web.NotificationPath;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoint as routes of Spring MVC, on the raw bytes of the request.
 */
public final class NotificationRoutes {

	private static final String MERCHANT = "wechatpayMerchant";

	private final NotificationEndpoint endpoint;

	private NotificationRoutes(NotificationEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Makes the routes.
	 * @param path where the endpoint is
	 * @param endpoint answers notifications
	 * @return the routes
	 */
	public static RouterFunction<ServerResponse> of(NotificationPath path, NotificationEndpoint endpoint) {
		NotificationRoutes routes = new NotificationRoutes(endpoint);
		return RouterFunctions.route()
			.POST(path.value(), (request) -> routes.handle(Merchant.DEFAULT_NAME, request))
			.POST(path.value() + "/{" + MERCHANT + "}",
					(request) -> routes.handle(request.pathVariable(MERCHANT), request))
			.build();
	}

	private ServerResponse handle(String merchant, ServerRequest request) throws IOException {
		int max = this.endpoint.maxBodySize();
		byte[] body = request.servletRequest().getInputStream().readNBytes(max + 1);
		NotificationAnswer answer = (body.length > max) ? this.endpoint.tooLarge(merchant)
				: this.endpoint.answer(merchant, request.servletRequest()::getHeader, body);
		ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
		byte[] content = answer.body();
		return (content.length == 0) ? response.build()
				: response.contentType(MediaType.APPLICATION_JSON).body(content);
	}

}
