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

package io.github.wechatpay4j.api.security;

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * The official self-test (商户签名验签/加解密测试): it proves that the keys on both sides fit.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4014551946">Self-test</a>
 */
public final class SecurityEcho {

	private SecurityEcho() {
	}

	/**
	 * Asks the platform to send back what it is sent, in the answer and, if a
	 * {@code notify_url} is set, in a notification too.
	 * @param request sets the texts
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4014551946">Self-test</a>
	 */
	public static WechatPayRequest<SecurityEchoResponse> echo(Consumer<SecurityEchoRequest.Builder> request) {
		SecurityEchoRequest.Builder builder = SecurityEchoRequest.builder();
		request.accept(builder);
		return builder.build();
	}

}
