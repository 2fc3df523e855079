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

import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks the platform to send back what it is sent (商户签名验签/加解密测试).
 *
 * @param notifyUrl where a notification is to be sent too (商户回调地址), none is sent when
 * left out
 * @param echoMessage the text to send back (回显信息), required
 * @param encryptedEchoMessage the text to send back encrypted (加密回显信息), sent encrypted
 */
public record SecurityEchoRequest(@Nullable String notifyUrl, String echoMessage,
		@Sensitive @Nullable String encryptedEchoMessage) implements WechatPayRequest<SecurityEchoResponse> {

	private static final Operation<SecurityEchoResponse> OPERATION = Operation
		.post("/v3/security/echo", SecurityEchoResponse.class)
		.name("SecurityEcho.echo")
		.safe()
		.build();

	/**
	 * Starts a test.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<SecurityEchoResponse> operation() {
		return OPERATION;
	}

	@Override
	public String toString() {
		return "SecurityEchoRequest[notifyUrl=" + this.notifyUrl + ", echoMessage=" + this.echoMessage
				+ ", encryptedEchoMessage=***]";
	}

	/**
	 * Builds a {@link SecurityEchoRequest}.
	 */
	public static final class Builder {

		private @Nullable String notifyUrl;

		private @Nullable String echoMessage;

		private @Nullable String encryptedEchoMessage;

		private Builder() {
		}

		/**
		 * Sets where a notification is to be sent too (商户回调地址).
		 * @param notifyUrl where a notification is to be sent too, none is sent when left
		 * out
		 * @return this builder
		 */
		public Builder notifyUrl(String notifyUrl) {
			this.notifyUrl = notifyUrl;
			return this;
		}

		/**
		 * Sets the text to send back (回显信息).
		 * @param echoMessage the text to send back
		 * @return this builder
		 */
		public Builder echoMessage(String echoMessage) {
			this.echoMessage = echoMessage;
			return this;
		}

		/**
		 * Sets the text to send back encrypted (加密回显信息).
		 * @param encryptedEchoMessage the text to send back encrypted, sent encrypted
		 * @return this builder
		 */
		public Builder encryptedEchoMessage(String encryptedEchoMessage) {
			this.encryptedEchoMessage = encryptedEchoMessage;
			return this;
		}

		/**
		 * Builds the test.
		 * @return the test
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public SecurityEchoRequest build() {
			return new SecurityEchoRequest(this.notifyUrl, Required.field(this.echoMessage, "echo_message"),
					this.encryptedEchoMessage);
		}

	}

}
