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

package io.github.wechatpay4j.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.notification.ReceivedNotification;

/**
 * A notification on its way, encrypted and signed with the JDK alone.
 *
 * @param headers the headers; may be changed
 * @param body the body; may be changed
 */
public record Delivery(Map<String, String> headers, byte[] body) {

	public static final String PAID = "{\"mchid\":\"1900000001\",\"appid\":\"wxd678efh567hg6787\","
			+ "\"out_trade_no\":\"1217752501201407033233368018\",\"transaction_id\":\"4200001\","
			+ "\"trade_state\":\"SUCCESS\",\"payer\":{\"openid\":\"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o\"},"
			+ "\"amount\":{\"total\":1800,\"currency\":\"CNY\"}}";

	/** A paid order, signed now. */
	public static Delivery paid() {
		return of("EV-2018022511223320873", "TRANSACTION.SUCCESS", "transaction", PAID);
	}

	public static Delivery of(String id, String eventType, String originalType, String resource) {
		return signed(envelope(id, eventType, originalType, resource, TestMerchants.API_V3_KEY));
	}

	/** Any body, signed now by the platform. */
	public static Delivery signed(String body) {
		return signed(body.getBytes(StandardCharsets.UTF_8));
	}

	public static Delivery signed(byte[] body) {
		return signed(body, TestClock.START);
	}

	public static Delivery signed(byte[] body, Instant time) {
		return new Delivery(PlatformSigner.publicKey().headers(body, time), body);
	}

	public static String envelope(String id, String eventType, String originalType, String resource, String apiV3Key) {
		return "{\"id\":\"" + id + "\",\"create_time\":\"2026-12-01T16:00:00+08:00\","
				+ "\"resource_type\":\"encrypt-resource\",\"event_type\":\"" + eventType + "\",\"summary\":\"支付成功\","
				+ "\"resource\":{\"original_type\":\"" + originalType + "\",\"algorithm\":\"AEAD_AES_256_GCM\","
				+ "\"ciphertext\":\"" + seal(resource.getBytes(StandardCharsets.UTF_8), apiV3Key)
				+ "\",\"associated_data\":\"transaction\",\"nonce\":\"fdasflkja484\"}}";
	}

	public static String seal(byte[] plain, String apiV3Key) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.UTF_8), "AES"),
					new GCMParameterSpec(128, "fdasflkja484".getBytes(StandardCharsets.UTF_8)));
			cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The same, signed at another time. */
	public Delivery signedAt(Instant time) {
		return signed(this.body, time);
	}

	public ReceivedNotification received() {
		return ReceivedNotification.of(this.headers::get, this.body);
	}

}
