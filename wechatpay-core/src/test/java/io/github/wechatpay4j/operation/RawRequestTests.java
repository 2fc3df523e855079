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

package io.github.wechatpay4j.operation;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RawRequestTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "v3/things", "//evil.example/v3/things", "https://evil.example/v3/things",
			"/v3/things#part", "/v3/some things", "/v3/things?q=%zz", "/v3/{id}", "/v3/订单", "/v3/things?q=订单", "?q=1",
			"mailto:x" })
	void refusesWhatIsNoEncodedPathAndQuery(String target) {
		assertThatIllegalArgumentException().isThrownBy(() -> RawRequest.get(target));
		assertThatIllegalArgumentException().isThrownBy(() -> RawRequest.post(target, "{}"));
	}

	@Test
	void keepsTheTargetExactlyAsGiven() {
		RawRequest request = RawRequest.get("/v3/things/%E8%AE%A2?b=1&a=%2f&a=");
		assertThat(request.target(UnaryOperator.identity())).isEqualTo("/v3/things/%E8%AE%A2?b=1&a=%2f&a=");
		assertThat(request.operation().path()).isEqualTo("/v3/things/%E8%AE%A2");
		assertThat(request.operation().name()).isEqualTo("RawRequest");
		assertThat(request.body()).isSameAs(RequestBody.none());
		assertThat(request).hasToString("RawRequest[GET]");
	}

	@Test
	void keepsTheBodyExactlyAsGivenAndOutOfToString() {
		String json = "{ \"secret\" : \"张三\" }\n";
		RawRequest request = RawRequest.post("/v3/things?openid=o123", json);
		assertThat(request.body()).isInstanceOfSatisfying(RequestBody.Bytes.class,
				(body) -> assertThat(body.content()).isEqualTo(json.getBytes(StandardCharsets.UTF_8)));
		assertThat(request + " " + request.body()).doesNotContain("张三", "o123", "secret");
	}

	@Test
	void isOnlySafeToRepeatWhenItIsAGet() {
		assertThat(RawRequest.get("/v3/a").operation().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThat(RawRequest.post("/v3/a", "{}").operation().idempotency()).isEqualTo(Idempotency.NONE);
		assertThat(RawRequest.of(HttpMethod.DELETE, "/v3/a", "").operation().idempotency()).isEqualTo(Idempotency.NONE);
	}

	@Test
	void copiesTheBytesOfAnAnswer() {
		byte[] body = { 'a', 'b' };
		RawResponse response = new RawResponse(200, body);
		body[0] = 'x';
		response.body()[1] = 'x';
		assertThat(response.text()).isEqualTo("ab");
		assertThat(response).hasToString("RawResponse[200, 2 bytes]");
	}

}
