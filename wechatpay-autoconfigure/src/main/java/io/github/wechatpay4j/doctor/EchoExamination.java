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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.security.SecurityEcho;
import io.github.wechatpay4j.api.security.SecurityEchoResponse;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.exchange.AttemptListener;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;

/**
 * The official self-test: both signatures, a field encrypted both ways, and the time.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4014551946">Official page</a>
 */
final class EchoExamination {

	private static final String MESSAGE = "wechatpay4j doctor";

	private static final String SECRET = "\u81ea\u68c0 wechatpay4j";

	/** Where clocks are kept by NTP they differ by far less. */
	private static final Duration NOTABLE_SKEW = Duration.ofSeconds(30);

	/** WeChat Pay refuses requests, and this library answers, beyond that. */
	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private final Merchant merchant;

	private final EchoListener listener;

	private final List<Finding> findings = new ArrayList<>();

	EchoExamination(Merchant merchant, Clock clock) {
		this.merchant = merchant;
		this.listener = new EchoListener(clock);
	}

	List<Finding> by(ReactiveWechatPayClient client) {
		try {
			SecurityEchoResponse answer = AttemptListener.listen(
					client.execute(SecurityEcho.echo((echo) -> echo.echoMessage(MESSAGE).encryptedEchoMessage(SECRET))),
					this.listener)
				.block();
			compare(Objects.requireNonNull(answer, "an exchange always answers"));
		}
		catch (WechatPayException | IllegalArgumentException ex) {
			this.findings.add(EchoFailures.explain(ex, this.merchant));
		}
		clock(this.listener.skew());
		return this.findings;
	}

	private void compare(SecurityEchoResponse answer) {
		this.findings.add(Finding.ok("merchant-key",
				"WeChat Pay accepts what the private key signs as serial number "
						+ this.merchant.credentials().signer().serialNumber() + " of this mchid ("
						+ this.merchant.credentials().suite().scheme() + ")."));
		platformKey(this.listener.key());
		boolean same = SECRET.equals(answer.encryptedEchoMessage()) && MESSAGE.equals(answer.echoMessage());
		this.findings.add(same
				? Finding.ok("sensitive-fields", "A field was encrypted and decrypted by both sides without a change.")
				: Finding.fail("sensitive-fields",
						"The field that WeChat Pay sent back is not the one that was sent. Check that public key and"
								+ " public key id belong together, and the private key to the serial number."));
	}

	private void platformKey(@Nullable PlatformKey signedBy) {
		PlatformKey named = this.merchant.trust().current().block();
		if (signedBy == null || named == null) {
			return;
		}
		this.findings.add(signedBy.id().equals(named.id())
				? Finding.ok("platform-key", "The answer was signed with " + signedBy.id() + ", which is configured.")
				: Finding.warn("platform-key", "The answer was signed with " + signedBy.id() + ", while requests name "
						+ named.id() + ". Both are believed. That is normal while WeChat Pay"
						+ " switches from certificates to the public key; if it lasts longer than two weeks, look at"
						+ " the merchant platform."));
	}

	private void clock(@Nullable Duration skew) {
		if (skew == null) {
			this.findings.add(Finding.warn("clock", "WeChat Pay's time could not be read. Compare this machine's clock"
					+ " with another one: five minutes of difference stop everything."));
			return;
		}
		String text = "This machine's clock is " + skew.abs().toSeconds() + " s "
				+ (skew.isNegative() ? "behind" : "ahead of") + " WeChat Pay's. ";
		if (skew.abs().compareTo(NOTABLE_SKEW) <= 0) {
			this.findings.add(Finding.ok("clock", text.strip()));
		}
		else if (skew.abs().compareTo(MAX_SKEW) < 0) {
			this.findings
				.add(Finding.warn("clock", text + "Set it, by NTP for example: five minutes stop everything."));
		}
		else {
			this.findings.add(Finding.fail("clock", text + "Set it, by NTP for example."));
		}
	}

}
