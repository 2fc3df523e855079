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

package io.github.wechatpay4j.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateRefreshTests {

	private static final String FIRST = PlatformSigner.serial(1);

	private static final String SECOND = PlatformSigner.serial(2);

	private static final Duration INTERVAL = Duration.ofHours(12);

	private final TestClock clock = new TestClock();

	private final ScriptedSource source = new ScriptedSource();

	private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	private final CertificateRefresh refresh = new CertificateRefresh(INTERVAL, this.scheduler, this.clock::nanoTime);

	private final Trust trust = Trust.certificates(this.source, CryptoSuite.rsa(), this.clock, this.refresh,
			TrustListener.none());

	@AfterEach
	void stop() {
		this.refresh.close();
		this.scheduler.dispose();
	}

	@Test
	void doesNothingBeforeTheFirstUse() {
		pass(Duration.ofDays(3));
		assertThat(this.source.downloads()).isZero();
	}

	@Test
	void downloadsAgainWithinTwelveHoursOfTheFirstUse() {
		this.source.then(1).then(1, 2);
		use();
		pass(INTERVAL.multipliedBy(8).dividedBy(10).minusMinutes(1));
		assertThat(this.source.downloads()).as("not before four fifths of the interval").isOne();
		pass(INTERVAL.dividedBy(5).plusMinutes(1));
		assertThat(this.source.downloads()).isEqualTo(2);
		assertThat(this.trust.keys()).extracting(PlatformKey::id).containsExactlyInAnyOrder(FIRST, SECOND);
		assertThat(this.trust.find(SECOND).block()).as("known before the platform signs with it").isNotNull();
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void goesOnAsLongAsCertificatesAreUsed() {
		for (int download = 0; download < 20; download++) {
			this.source.then(1);
		}
		use();
		for (int hour = 0; hour < 96; hour++) {
			pass(Duration.ofHours(1));
			use();
		}
		assertThat(this.source.downloads()).isBetween(8, 11);
	}

	@Test
	void pausesWhileNobodyUsesThem() {
		this.source.then(1).then(1).then(1, 2);
		use();
		pass(Duration.ofDays(30));
		assertThat(this.source.downloads()).as("once more, and then nothing").isEqualTo(2);
		use();
		pass(Duration.ofMinutes(1));
		assertThat(this.source.downloads()).as("long overdue, so at once").isEqualTo(3);
		assertThat(this.trust.find(SECOND).block()).isNotNull();
	}

	@Test
	void triesAgainSoonAfterAFailure() {
		this.source.then(1)
			.then(Mono
				.error(new TransportException("Certificates.download", TransportException.Phase.CONNECTING, null)))
			.then(1, 2);
		use();
		passUsing(INTERVAL);
		assertThat(this.source.downloads()).isBetween(2, 3);
		passUsing(Duration.ofHours(1).plusMinutes(10));
		assertThat(this.source.downloads()).isEqualTo(3);
		assertThat(this.trust.keys()).hasSize(2);
	}

	@Test
	void goesOnAfterASourceThatThrowsInsteadOfFailing() {
		this.source.then(1).then(1, 2);
		AtomicInteger asked = new AtomicInteger();
		Trust own = Trust.certificates(() -> {
			if (asked.incrementAndGet() == 2) {
				throw new IllegalStateException("an application's own source");
			}
			return this.source.download();
		}, CryptoSuite.rsa(), this.clock, this.refresh, TrustListener.none());
		for (int hour = 0; hour < 15; hour++) {
			assertThat(own.current().block()).isNotNull();
			pass(Duration.ofHours(1));
		}
		assertThat(asked).hasValue(3);
		assertThat(own.keys()).hasSize(2);
	}

	@Test
	void looksForASuccessorOftenWhileTheLastCertificateIsEnding() {
		Instant end = TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant();
		this.clock.set(end.minus(Duration.ofHours(20)));
		for (int download = 0; download < 5; download++) {
			this.source.then(1);
		}
		this.source.then(1, 2);
		use();
		passUsing(Duration.ofHours(12));
		assertThat(this.source.downloads()).isEqualTo(6);
		this.clock.set(end);
		assertThat(this.trust.find(FIRST).block()).isNull();
		assertThat(this.trust.current().block().id()).as("replaced in time, without a download that waits")
			.isEqualTo(SECOND);
		assertThat(this.source.downloads()).isEqualTo(6);
	}

	@Test
	void doesNotDownloadInTheBackgroundWhatSomebodyHasJustDownloaded() {
		this.source.then(1).then(1, 2);
		use();
		passUsing(Duration.ofHours(9));
		assertThat(this.trust.find(SECOND).block()).isNotNull();
		passUsing(Duration.ofHours(9));
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void endsWithClosing() {
		this.source.then(1);
		use();
		this.refresh.close();
		passUsing(Duration.ofDays(2));
		assertThat(this.source.downloads()).isOne();
		assertThat(this.trust.find(FIRST).block()).as("what is there stays in use").isNotNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, -6 })
	void downloadsAgainInTimeThoughTheClockWasCorrected(int hours) {
		this.source.then(1).then(1, 2);
		use();
		this.clock.correct(Duration.ofHours(hours));
		use();
		pass(INTERVAL.multipliedBy(8).dividedBy(10).minusMinutes(1));
		assertThat(this.source.downloads()).as("not before four fifths of the interval").isOne();
		pass(INTERVAL.dividedBy(5).plusMinutes(1));
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	private void use() {
		assertThat(this.trust.current().block()).isNotNull();
	}

	private void pass(Duration time) {
		for (long minutes = 0; minutes < time.toMinutes(); minutes += 10) {
			Duration step = Duration.ofMinutes(Math.min(10, time.toMinutes() - minutes));
			this.clock.advance(step);
			this.scheduler.advanceTimeBy(step);
		}
	}

	private void passUsing(Duration time) {
		for (long minutes = 0; minutes < time.toMinutes(); minutes += 10) {
			pass(Duration.ofMinutes(10));
			use();
		}
	}

}
