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

package io.github.wechatpay4j.doctor;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.merchant.Merchant;

/**
 * What to do when the self-test fails.
 */
final class EchoFailures {

	private EchoFailures() {
	}

	static Finding explain(RuntimeException failure, Merchant merchant) {
		Throwable cause = failure;
		while (cause instanceof WechatPayException known && known.isOutcomeUnknown() && known.getCause() != null) {
			cause = known.getCause();
		}
		String text = cause.getMessage() + ". ";
		if (cause instanceof ApiException answer) {
			return Finding.fail("merchant-key", text + refused(answer, merchant));
		}
		if (cause instanceof SignatureException unbelieved) {
			return Finding.fail("platform-key", text + unbelieved(unbelieved));
		}
		if (cause instanceof TransportException) {
			return Finding.fail("network",
					text + "Let this machine reach the host in wechatpay.base-url on port 443, by a proxy if need be.");
		}
		if (cause instanceof PlatformKeyUnavailableException || cause instanceof KeyMaterialException) {
			return Finding.fail("platform-key", text
					+ "Configure the WeChat Pay public key with wechatpay.public-key and wechatpay.public-key-id.");
		}
		if (cause.getCause() instanceof DecryptionException) {
			return Finding.fail("sensitive-fields",
					text + "WeChat Pay encrypts with the key of the certificate that it knows: configure the private"
							+ " key that belongs to serial number " + serialNumber(merchant) + ".");
		}
		return Finding.fail("call", text.strip());
	}

	private static String refused(ApiException answer, Merchant merchant) {
		return switch (answer.status()) {
			case 401 -> "WeChat Pay does not accept the signature: private key, serial number " + serialNumber(merchant)
					+ " and mchid must be those of one merchant API certificate that is valid, and the clock right.";
			case 404 -> "WeChat Pay does not offer this merchant what was asked for; without platform certificates,"
					+ " configure the WeChat Pay public key.";
			case 400 -> "WeChat Pay could not read the request; if it complains about an encrypted field, public key"
					+ " and public key id do not belong together.";
			default -> "Try again; if it stays so, ask WeChat Pay's support and name the Request-ID.";
		};
	}

	private static String unbelieved(SignatureException failure) {
		return switch (failure.reason()) {
			case UNKNOWN_KEY -> "Configure the key that the answer names: copy public key and id from the merchant"
					+ " platform, and set wechatpay.trust to BOTH while certificates are being replaced.";
			case STALE -> "Set this machine's clock, by NTP for example.";
			case MISMATCH -> "The public key is not the one of its id: copy both again from the merchant platform. A"
					+ " proxy that changes answers looks the same.";
			case PROBE -> "WeChat Pay tried whether wrong signatures are refused. Ask again.";
			default -> "Something between this machine and WeChat Pay changes or removes headers: look for a proxy.";
		};
	}

	private static String serialNumber(Merchant merchant) {
		return merchant.credentials().signer().serialNumber();
	}

}
