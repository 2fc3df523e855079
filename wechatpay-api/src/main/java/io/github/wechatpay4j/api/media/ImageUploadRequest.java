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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Uploads an image (图片上传).
 *
 * @param file the image (图片文件), required
 */
public record ImageUploadRequest(@JsonIgnore UploadFile file) implements WechatPayRequest<MediaResponse> {

	private static final Operation<MediaResponse> OPERATION = Operation
		.post("/v3/merchant/media/upload", MediaResponse.class)
		.name("Media.uploadImage")
		.safe()
		.build();

	@Override
	public Operation<MediaResponse> operation() {
		return OPERATION;
	}

	@Override
	public RequestBody body() {
		return RequestBody.upload(this.file);
	}

}
