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

package io.github.wechatpay4j;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody else's key, id or number: the message names the property.
 */
class WrongKeyMessagesTests {

	@Test
	void nameThePropertiesOfTheMerchantsKey() {
		assertThat(ApiException.of("Refunds.create", 401).error("SIGN_ERROR", "签名错误", null).build())
			.hasMessageContaining("private-key, serial-number and mchid must be those of one merchant API certificate");
	}

	@Test
	void nameThePublicKeyId() {
		assertThat(
				ApiException.of("Refunds.create", 400).error("PARAM_ERROR", "平台证书序列号Wechatpay-Serial错误", null).build())
			.hasMessageContaining("look at public-key-id");
		assertThat(new SignatureException(SignatureException.Reason.UNKNOWN_KEY, "as told").inAnswerTo("Refunds.create",
				200, null))
			.hasMessageContaining("look at public-key-id and trust");
	}

	@Test
	void nameThePublicKey() {
		assertThat(new SignatureException(SignatureException.Reason.MISMATCH, "as told").inAnswerTo("Refunds.create",
				200, null))
			.hasMessageContaining("public-key is not the key of public-key-id");
	}

	@Test
	void nameNoneForAnythingElse() {
		assertThat(ApiException.of("Refunds.create", 400).error("PARAM_ERROR", "x", null).build())
			.hasMessageNotContaining("key");
		assertThat(new SignatureException(SignatureException.Reason.STALE, "as told").inAnswerTo("A.b", 200, null))
			.hasMessageNotContaining("public-key");
	}

}
