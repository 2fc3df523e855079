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

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.security.SecurityEcho;
import io.github.wechatpay4j.api.security.SecurityEchoResponse;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.exchange.AttemptListener;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;

/**
 * The official self-test, first without and then with a field that is encrypted both
 * ways, so that a fault shows where it belongs: the first call proves the merchant's key
 * and the platform's, the second one the encryption.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4014551946">Official page</a>
 */
final class EchoExamination {

	static final String MERCHANT_KEY = "merchant-key";

	static final String PLATFORM_KEY = "platform-key";

	static final String SENSITIVE_FIELDS = "sensitive-fields";

	private static final String MESSAGE = "wechatpay4j doctor";

	private static final String SECRET = "\u81ea\u68c0 wechatpay4j";

	private final Merchant merchant;

	private final KeyNames names;

	private final EchoListener listener;

	private final List<Finding> findings = new ArrayList<>();

	EchoExamination(Merchant merchant, Clock clock) {
		this.merchant = merchant;
		this.names = new KeyNames(merchant);
		this.listener = new EchoListener(clock);
	}

	List<Finding> by(ReactiveWechatPayClient client) {
		if (signatures(client)) {
			sensitiveFields(client);
		}
		else {
			notChecked(MERCHANT_KEY);
			notChecked(PLATFORM_KEY);
			notChecked(SENSITIVE_FIELDS);
		}
		this.findings.add(ClockExamination.of(this.listener.skew()));
		return this.findings;
	}

	private boolean signatures(ReactiveWechatPayClient client) {
		try {
			execute(client, SecurityEcho.echo((echo) -> echo.echoMessage(MESSAGE)));
			merchantKeyIsGood();
			platformKey(this.listener.key());
			return true;
		}
		catch (WechatPayException | IllegalArgumentException ex) {
			Finding finding = EchoFailures.explain(ex, this.names);
			if (EchoFailures.provesTheMerchantKey(ex)) {
				merchantKeyIsGood();
			}
			this.findings.add(finding);
			return false;
		}
	}

	private void sensitiveFields(ReactiveWechatPayClient client) {
		try {
			SecurityEchoResponse answer = execute(client,
					SecurityEcho.echo((echo) -> echo.echoMessage(MESSAGE).encryptedEchoMessage(SECRET)));
			boolean same = SECRET.equals(answer.encryptedEchoMessage()) && MESSAGE.equals(answer.echoMessage());
			this.findings.add(same
					? Finding.ok(SENSITIVE_FIELDS,
							"A field was encrypted and decrypted by both sides without a change.")
					: Finding.fail(SENSITIVE_FIELDS,
							"The field that WeChat Pay sent back is not the one that was sent. Check that "
									+ this.names.publicKey() + " and " + this.names.publicKeyId()
									+ " belong together, and " + this.names.privateKey() + " to "
									+ this.names.serialNumber() + "."));
		}
		catch (WechatPayException | IllegalArgumentException ex) {
			this.findings.add(EchoFailures.explainEncryption(ex, this.names));
		}
	}

	private SecurityEchoResponse execute(ReactiveWechatPayClient client,
			WechatPayRequest<SecurityEchoResponse> request) {
		SecurityEchoResponse answer = AttemptListener.listen(client.execute(request), this.listener).block();
		return Objects.requireNonNull(answer, "an exchange always answers");
	}

	private void merchantKeyIsGood() {
		this.findings.add(Finding.ok(MERCHANT_KEY,
				"WeChat Pay accepts what the private key signs as serial number "
						+ this.merchant.credentials().signer().serialNumber() + " of this mchid ("
						+ this.merchant.credentials().suite().scheme() + ")."));
	}

	private void notChecked(String check) {
		if (this.findings.stream().noneMatch((finding) -> finding.check().equals(check))) {
			this.findings.add(Finding.notChecked(check,
					"This was not checked, because the examination ended before. Mend what failed, and ask again."));
		}
	}

	private void platformKey(@Nullable PlatformKey signedBy) {
		PlatformKey named = this.merchant.trust().current().block();
		if (signedBy == null || named == null) {
			return;
		}
		this.findings.add(signedBy.id().equals(named.id())
				? Finding.ok(PLATFORM_KEY, "The answer was signed with " + signedBy.id() + ", which is configured.")
				: Finding.warn(PLATFORM_KEY, "The answer was signed with " + signedBy.id() + ", while requests name "
						+ named.id() + ". Both are trusted. That is normal while WeChat Pay"
						+ " switches from certificates to the public key; if it lasts longer than two weeks, look at"
						+ " the merchant platform."));
	}

}
