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

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestBody.FormField;
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

	/** With what the configuration knows. */
	static <T> WechatPayRequest<T> complete(WechatPayRequest<T> request, Merchant merchant) {
		return request.withDefaults(new RequestDefaults(merchant.mchid(), merchant.appid(), merchant.notifyUrl()));
	}

	PreparedRequest prepare(WechatPayRequest<?> request, Merchant merchant, PlatformKey key) {
		WechatPayRequest<?> complete = complete(request, merchant);
		RequestBody body = complete.body();
		String target = complete.target(key.encryptor()::encrypt);
		if (body instanceof RequestBody.Upload upload) {
			return upload(complete.operation(), target, upload, key);
		}
		byte[] bytes = EMPTY;
		if (body instanceof RequestBody.Json value) {
			bytes = this.json.write(value.value(), key.encryptor());
		}
		else if (body instanceof RequestBody.Bytes given) {
			bytes = given.content();
		}
		this.json.requireBasicPlane(bytes);
		return new PreparedRequest(complete.operation(), target, JSON, bytes, bytes, key.id(),
				complete.idempotencyKey());
	}

	private PreparedRequest upload(Operation<?> operation, String target, RequestBody.Upload upload, PlatformKey key) {
		UploadFile file = upload.file();
		List<FormField> computed = new ArrayList<>();
		if (!upload.nameField().isEmpty()) {
			computed.add(new FormField(upload.nameField(), file.filename()));
		}
		if (!upload.hashField().isEmpty()) {
			computed.add(new FormField(upload.hashField(), sha256(file.content())));
		}
		byte[] meta = this.json.write(computed, upload.meta(), key.encryptor());
		this.json.requireBasicPlane(meta);
		MultipartUpload multipart = MultipartUpload.of(upload, meta);
		return new PreparedRequest(operation, target, multipart.contentType(), multipart.body(), meta, key.id(), null);
	}

	/** A request that sends nothing and needs no key to be encrypted with. */
	static PreparedRequest withoutBody(WechatPayRequest<?> request, @Nullable String platformKeyId) {
		return new PreparedRequest(request.operation(), request.target(UnaryOperator.identity()), JSON, EMPTY, EMPTY,
				platformKeyId, null);
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has SHA-256", ex);
		}
	}

}
