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

package io.github.wechatpay4j.api.media;

import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MediaTests {

	@Test
	void uploadsAnImage() {
		WechatPayRequest<MediaResponse> upload = Media.uploadImage("shop.png", new byte[] { 1, 2, 3 });
		assertThat(upload.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(upload.target(UnaryOperator.identity())).isEqualTo("/v3/merchant/media/upload");
		assertThat(upload.body()).isInstanceOfSatisfying(RequestBody.Upload.class, (body) -> {
			assertThat(body.file().filename()).isEqualTo("shop.png");
			assertThat(body.file().contentType()).isEqualTo("image/png");
			assertThat(body.file().content()).containsExactly(1, 2, 3);
		});
	}

	@Test
	void refusesAnEmptyImage() {
		assertThatIllegalArgumentException().isThrownBy(() -> Media.uploadImage("shop.png", new byte[0]))
			.withMessageContaining("shop.png");
	}

	@Test
	void readsTheAnswer() {
		assertThat(Wire.read("{\"media_id\":\"H1ihR9JUtVj\"}", MediaResponse.class).mediaId()).isEqualTo("H1ihR9JUtVj");
	}

}
