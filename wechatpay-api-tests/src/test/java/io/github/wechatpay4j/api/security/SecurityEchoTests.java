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

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecurityEchoTests {

	private static WechatPayRequest<SecurityEchoResponse> hello() {
		return SecurityEcho.echo((e) -> e.echoMessage("hello").encryptedEchoMessage("secret"));
	}

	@Test
	void postsBothTexts() {
		assertThat(hello().operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(hello().operation().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThat(hello().target(UnaryOperator.identity())).isEqualTo("/v3/security/echo");
		assertThat(Wire.body(hello()))
			.isEqualTo("{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"sealed(secret)\"}");
	}

	@Test
	void asksForANotificationOnlyWhenTold() {
		assertThat(Wire.completedBody(hello())).doesNotContain("notify_url");
		assertThat(Wire
			.completedBody(SecurityEcho.echo((e) -> e.echoMessage("hello").notifyUrl("https://shop.example/echo"))))
			.isEqualTo("{\"notify_url\":\"https://shop.example/echo\",\"echo_message\":\"hello\"}");
	}

	@Test
	void refusesATestWithoutText() {
		assertThatIllegalArgumentException().isThrownBy(() -> SecurityEcho.echo((e) -> {
		})).withMessageContaining("'echo_message'");
	}

	@Test
	void readsTheAnswerWithTheTextDecrypted() {
		SecurityEchoResponse answer = Wire.read(
				"{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"sealed(secret)\"}",
				SecurityEchoResponse.class);
		assertThat(answer.echoMessage()).isEqualTo("hello");
		assertThat(answer.encryptedEchoMessage()).isEqualTo("secret");
		assertThat(answer).asString().contains("hello").doesNotContain("secret");
		assertThat(hello()).asString().contains("hello").doesNotContain("secret");
	}

}
