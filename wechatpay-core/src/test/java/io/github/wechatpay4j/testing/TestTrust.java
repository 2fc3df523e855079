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

import java.time.Duration;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.trust.CertificateRefresh;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.trust.TrustListener;
import reactor.core.scheduler.Schedulers;

/**
 * Trust in certificates, on a test's clock, without downloads in the background.
 */
public final class TestTrust {

	private TestTrust() {
	}

	public static Trust certificates(CertificateSource source, CryptoSuite suite, TestClock clock) {
		return certificates(source, suite, clock, TrustListener.none());
	}

	public static Trust certificates(CertificateSource source, CryptoSuite suite, TestClock clock,
			TrustListener listener) {
		CertificateRefresh refresh = new CertificateRefresh(Duration.ofHours(12), Schedulers.parallel(),
				clock::nanoTime);
		refresh.close();
		return Trust.certificates(source, suite, clock, refresh, listener);
	}

}
