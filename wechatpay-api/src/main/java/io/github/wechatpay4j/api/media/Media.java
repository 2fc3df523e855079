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

import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Uploads of images (图片上传) that other operations refer to by their {@code media_id}.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/partner/4012760490">Upload an image</a>
 */
public final class Media {

	private Media() {
	}

	/**
	 * Uploads an image (图片上传). Repeating it does no harm: it only makes another
	 * {@code media_id}.
	 * @param filename its name, ending in {@code .jpg}, {@code .png} or {@code .bmp}
	 * @param content its bytes, at most 2 MB, not changed until the call is over
	 * @return the request to execute
	 * @throws IllegalArgumentException if the name or the content is empty
	 * @see <a href="https://pay.weixin.qq.com/doc/v3/partner/4012760490">Upload an
	 * image</a>
	 */
	public static WechatPayRequest<MediaResponse> uploadImage(String filename, byte[] content) {
		return new ImageUploadRequest(new UploadFile(filename, content));
	}

}
