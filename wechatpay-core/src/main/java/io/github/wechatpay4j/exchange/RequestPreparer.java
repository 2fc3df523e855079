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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request into bytes: fills in what the configuration knows, encrypts sensitive
 * fields, writes the body once. A pure function of its arguments.
 */
final class RequestPreparer {

	private static final byte[] EMPTY = {};

	private static final String JSON = "application/json";

	private final WechatPayJson json;

	RequestPreparer(WechatPayJson json) {
		this.json = json;
	}

	PreparedRequest prepare(WechatPayRequest<?> request, Merchant merchant, PlatformKey key) {
		WechatPayRequest<?> complete = request
			.withDefaults(new RequestDefaults(merchant.mchid(), merchant.appid(), merchant.notifyUrl()));
		RequestBody body = complete.body();
		if (body instanceof RequestBody.Upload upload) {
			return upload(complete, upload.file(), key);
		}
		byte[] bytes = EMPTY;
		if (body instanceof RequestBody.Json value) {
			bytes = this.json.write(value.value(), key.encryptor());
		}
		else if (body instanceof RequestBody.Bytes given) {
			bytes = given.content();
		}
		this.json.requireBasicPlane(bytes);
		return new PreparedRequest(complete.operation(), complete.target(), JSON, bytes, bytes, key.id());
	}

	private PreparedRequest upload(WechatPayRequest<?> request, UploadFile file, PlatformKey key) {
		byte[] meta = this.json.write(new Meta(file.filename(), sha256(file.content())), key.encryptor());
		this.json.requireBasicPlane(meta);
		MultipartUpload multipart = MultipartUpload.of(file, meta);
		return new PreparedRequest(request.operation(), request.target(), multipart.contentType(), multipart.body(),
				meta, key.id());
	}

	/** A request that sends nothing and needs no key to be encrypted with. */
	static PreparedRequest withoutBody(WechatPayRequest<?> request, @Nullable String platformKeyId) {
		return new PreparedRequest(request.operation(), request.target(), JSON, EMPTY, EMPTY, platformKeyId);
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

	private record Meta(String filename, String sha256) {
	}

	/**
	 * The two parts of an upload, written out so that the meta part is sent as signed.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record MultipartUpload(String contentType, byte[] body) {

		static MultipartUpload of(UploadFile file, byte[] meta) {
			String boundary = "wechatpay-" + Nonce.next();
			byte[] metaHead = text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"meta\"\r\n"
					+ "Content-Type: application/json\r\n\r\n");
			byte[] fileHead = text(
					"\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
							+ file.filename() + "\"\r\nContent-Type: " + file.contentType() + "\r\n\r\n");
			byte[] end = text("\r\n--" + boundary + "--\r\n");
			return new MultipartUpload("multipart/form-data; boundary=" + boundary,
					concatenate(metaHead, meta, fileHead, file.content(), end));
		}

		private static byte[] text(String text) {
			return text.getBytes(StandardCharsets.UTF_8);
		}

		private static byte[] concatenate(byte[]... parts) {
			int length = 0;
			for (byte[] part : parts) {
				length += part.length;
			}
			byte[] whole = new byte[length];
			int position = 0;
			for (byte[] part : parts) {
				System.arraycopy(part, 0, whole, position, part.length);
				position += part.length;
			}
			return whole;
		}

	}

}
