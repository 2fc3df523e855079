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

/**
 * What to do when the self-test fails, and which check it is that failed.
 */
final class EchoFailures {

	private static final int UNAUTHORIZED = 401;

	private static final int BAD_REQUEST = 400;

	private static final int NOT_FOUND = 404;

	private EchoFailures() {
	}

	/**
	 * WeChat Pay looks at the merchant's signature before anything else: whatever else it
	 * says, that was good.
	 */
	static boolean provesTheMerchantKey(RuntimeException failure) {
		Throwable cause = cause(failure);
		if (cause instanceof ApiException answer) {
			return answer.status() == BAD_REQUEST && answer.code() != null;
		}
		return cause instanceof SignatureException;
	}

	static Finding explain(RuntimeException failure, KeyNames names) {
		Throwable cause = cause(failure);
		String text = cause.getMessage() + ". ";
		if (cause instanceof ApiException answer) {
			return refused(answer, text, names);
		}
		if (cause instanceof SignatureException unbelieved) {
			return Finding.fail(EchoExamination.PLATFORM_KEY, text + unbelieved(unbelieved, names));
		}
		if (cause instanceof TransportException) {
			return Finding.fail("network",
					text + "Let this machine reach the host in wechatpay.base-url on port 443, by a proxy if need be.");
		}
		if (cause instanceof PlatformKeyUnavailableException || cause instanceof KeyMaterialException) {
			return Finding.fail(EchoExamination.PLATFORM_KEY, text + "Configure the WeChat Pay public key with "
					+ names.publicKey() + " and " + names.publicKeyId() + ".");
		}
		return Finding.fail("call", text.strip());
	}

	/** After a call without an encrypted field has succeeded. */
	static Finding explainEncryption(RuntimeException failure, KeyNames names) {
		Throwable cause = cause(failure);
		String text = cause.getMessage() + ". ";
		if (cause instanceof ApiException answer && answer.status() == BAD_REQUEST) {
			return Finding.fail(EchoExamination.SENSITIVE_FIELDS,
					text + "WeChat Pay cannot read a field that was encrypted with the key that requests name: "
							+ names.publicKey() + " and " + names.publicKeyId() + " do not belong together.");
		}
		if (cause.getCause() instanceof DecryptionException || cause instanceof DecryptionException) {
			return Finding.fail(EchoExamination.SENSITIVE_FIELDS,
					text + "WeChat Pay encrypts with the key of the certificate that it knows: configure in "
							+ names.privateKey() + " the key that belongs to " + names.serialNumber() + ".");
		}
		return explain(failure, names);
	}

	private static Throwable cause(RuntimeException failure) {
		Throwable cause = failure;
		while (cause instanceof WechatPayException known && known.isOutcomeUnknown() && known.getCause() != null) {
			cause = known.getCause();
		}
		return cause;
	}

	private static Finding refused(ApiException answer, String text, KeyNames names) {
		String said = String.valueOf(answer.getMessage());
		if (answer.status() == UNAUTHORIZED) {
			boolean late = said.contains("timestamp") && said.contains("5");
			return late ? Finding.fail(ClockExamination.CHECK, text + "Set this machine's clock, by NTP for example.")
					: Finding.fail(EchoExamination.MERCHANT_KEY, text + unauthorized(said, names));
		}
		if (answer.status() == BAD_REQUEST) {
			// Who names no platform key that there is names it wrongly
			return Finding.fail(EchoExamination.PLATFORM_KEY,
					text + "If WeChat Pay complains about Wechatpay-Serial or an encrypted field: copy "
							+ names.publicKeyId() + " and " + names.publicKey()
							+ " together from the merchant platform; both are those of this merchant.");
		}
		if (answer.status() == NOT_FOUND) {
			return Finding.fail("call", text + "WeChat Pay does not offer this merchant what was asked for; without"
					+ " platform certificates, configure " + names.publicKey() + " and " + names.publicKeyId() + ".");
		}
		return Finding.fail("call",
				text + "Try again; if it stays so, ask WeChat Pay's support and name the Request-ID.");
	}

	/** The texts are WeChat Pay's own, in Chinese. */
	private static String unauthorized(String said, KeyNames names) {
		String together = names.privateKey() + ", " + names.serialNumber() + " and " + names.mchid()
				+ " must be those of one merchant API certificate that is valid, and the clock right.";
		if (said.contains("\u5e8f\u5217\u53f7")) {
			return "WeChat Pay does not know this serial number for the merchant: look at " + names.serialNumber()
					+ ". " + together;
		}
		if (said.contains("\u5546\u6237\u53f7")) {
			return "WeChat Pay does not know the merchant: look at " + names.mchid() + ". " + together;
		}
		return "WeChat Pay does not accept the signature: look at " + names.privateKey() + " first. " + together;
	}

	private static String unbelieved(SignatureException failure, KeyNames names) {
		return switch (failure.reason()) {
			case UNKNOWN_KEY -> "Configure the key that the answer names in " + names.publicKeyId() + " and "
					+ names.publicKey() + ": copy both from the merchant platform, and set " + names.trust()
					+ " to BOTH while certificates are being replaced.";
			case STALE -> "Set this machine's clock, by NTP for example.";
			case MISMATCH -> names.publicKey() + " is not the key of " + names.publicKeyId()
					+ ": copy both again from the merchant" + " platform. A proxy that changes answers looks the same.";
			case PROBE -> "WeChat Pay tried whether wrong signatures are refused. Ask again.";
			default -> "Something between this machine and WeChat Pay changes or removes headers: look for a proxy.";
		};
	}

}
