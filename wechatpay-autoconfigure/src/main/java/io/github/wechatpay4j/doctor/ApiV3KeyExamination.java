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

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.CertificateSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the APIv3 key is right, as far as anybody can tell before a notification comes:
 * by opening platform certificates, which WeChat Pay hands out to merchants that still
 * have some.
 */
final class ApiV3KeyExamination {

	static final String CHECK = "api-v3-key";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String HOW = " Call SecurityEcho.echo with a notifyUrl and write a method for"
			+ " SecurityEchoNotification: whether that notification can be opened shows it.";

	private final @Nullable Function<Merchant, CertificateSource> certificates;

	ApiV3KeyExamination(@Nullable Function<Merchant, CertificateSource> certificates) {
		this.certificates = certificates;
	}

	@SuppressWarnings("IllegalCatch") // whatever happens is a finding
	Finding examine(Merchant merchant) {
		KeyNames names = new KeyNames(merchant);
		if (this.certificates == null) {
			return notChecked("there is nothing to open with it.");
		}
		try {
			List<X509Certificate> opened = this.certificates.apply(merchant).download().block(PATIENCE);
			return (opened == null || opened.isEmpty()) ? notChecked("WeChat Pay handed out no platform certificate.")
					: Finding.ok(CHECK, "The APIv3 key opens this merchant's platform certificates.");
		}
		catch (UnreadableResponseException ex) {
			return Finding.fail(CHECK, ex.getMessage() + ". " + names.apiV3Key()
					+ " is not the key that was set on the merchant platform under Account Center > API Security >"
					+ " APIv3 key: set both to the same 32 characters.");
		}
		catch (ApiException ex) {
			return notChecked("this merchant has no platform certificates to open with it (" + ex.status() + ").");
		}
		catch (RuntimeException ex) {
			return notChecked("platform certificates could not be downloaded: " + ex.getMessage());
		}
	}

	private static Finding notChecked(String why) {
		return Finding.notChecked(CHECK, "The APIv3 key was not checked: " + why + HOW);
	}

}
