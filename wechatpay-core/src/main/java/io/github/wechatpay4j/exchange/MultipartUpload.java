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

package io.github.wechatpay4j.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.SendableText;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.UploadFile;

/**
 * The parts of an upload, written out so that the meta part is sent as signed.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record MultipartUpload(String contentType, byte[] body) {

	static MultipartUpload of(RequestBody.Upload upload, byte[] meta) {
		String boundary = "wechatpay-" + Nonce.next();
		UploadFile file = upload.file();
		ByteArrayOutputStream body = new ByteArrayOutputStream(file.content().length + 1024);
		part(body, boundary, "name=\"meta\"\r\nContent-Type: application/json", meta);
		for (RequestBody.FormField field : upload.fields()) {
			part(body, boundary, "name=\"" + SendableText.quotable(field.name(), "name of a form field") + "\"",
					bytes(SendableText.basicPlane(field.value(), field.name())));
		}
		part(body, boundary, "name=\"" + SendableText.quotable(upload.part(), "part") + "\"; filename=\""
				+ SendableText.basicPlane(file.filename(), "filename") + "\"\r\nContent-Type: " + file.contentType(),
				file.content());
		body.writeBytes(bytes("--" + boundary + "--\r\n"));
		return new MultipartUpload("multipart/form-data; boundary=" + boundary, body.toByteArray());
	}

	private static void part(ByteArrayOutputStream body, String boundary, String head, byte[] content) {
		body.writeBytes(bytes("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
		body.writeBytes(content);
		body.writeBytes(bytes("\r\n"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
