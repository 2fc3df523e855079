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

package io.github.wechatpay4j.client;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.TrustListener;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What happens when a host cannot be reached. Both hosts are the same machine under two
 * names; the one that is down has no address.
 */
class HostFailoverTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Set<String> down = ConcurrentHashMap.newKeySet();

	private final AtomicInteger lookedUp = new AtomicInteger();

	private Transport transport;

	private Exchange exchange;

	private WechatPayClient client;

	@BeforeEach
	void connect() {
		// No connection outlives its call, so that every call has to find its host
		TransportSettings settings = TransportSettings.builder().maxIdleTime(Duration.ofMillis(1)).build();
		this.transport = new Transport(settings,
				(httpClient) -> httpClient.keepAlive(false).resolver(new TestResolver()), (builder) -> {
				});
		this.exchange = new Exchange(this.transport, host("primary"), List.of(host("backup")), platform.clock(),
				platform.clock()::nanoTime, TrustListener.none(), new WechatPayJson());
		this.client = WechatPayClients
			.of(this.exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.blocking();
		platform.answers(platform.signed(204, ""));
	}

	@AfterEach
	void disconnect() {
		this.transport.close();
	}

	private static URI host(String name) {
		return URI.create(platform.url().replace("127.0.0.1", name + ".test"));
	}

	@Test
	void usesTheFirstHostWhileItCanBeReached() {
		this.client.execute(new Calls.Close("1"));
		assertThat(asked()).containsExactly("primary");
		assertThat(this.exchange.hosts()).containsExactly(new HostState(host("primary"), true, 0, null),
				new HostState(host("backup"), false, 0, null));
	}

	@Test
	void goesToTheBackupAtOnceBecauseNothingWasSent() throws Exception {
		this.down.add("primary.test");
		// Without a retry, and although a repetition might act twice
		this.client.execute(new Calls.Close("1"));
		assertThat(asked()).containsExactly("backup");
		Authorization.parse(platform.onlyRequest().getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "POST", platform.onlyRequest().getUrl(),
					platform.onlyRequest().getBody());
		assertThat(this.exchange.hosts().get(0).isUp()).isFalse();
		assertThat(this.exchange.hosts().get(0).avoidedUntil()).isEqualTo(TestClock.START.plusSeconds(30));
		assertThat(this.exchange.hosts().get(1).isUp()).isTrue();
	}

	@Test
	void signsAnewForTheBackupAndKeepsTheNumber() throws Exception {
		platform.answers(platform.signed(200, "{\"prepay_id\":\"wx26\"}"));
		this.down.add("primary.test");
		List<String> signed = new CopyOnWriteArrayList<>();
		Credentials local = TestMerchants.credentials();
		Signer recording = new Signer() {

			@Override
			public String serialNumber() {
				return TestMerchants.SERIAL;
			}

			@Override
			public byte[] sign(byte[] message) {
				signed.add(new String(message, StandardCharsets.UTF_8));
				return local.signer().sign(message);
			}

		};
		Merchant merchant = TestMerchants.merchant()
			.withCredentials(
					new Credentials(TestMerchants.MCHID, local.suite(), recording, local.decryptor(), local.aead()));
		Calls.Prepaid answer = WechatPayClients
			.of(this.exchange, new InMemoryMerchantRegistry(List.of(merchant)), platform.clock())
			.blocking()
			.execute(Calls.Prepay.of("x"));
		assertThat(answer.prepayId()).isEqualTo("wx26");
		assertThat(signed).as("one for each host, different, for the same order")
			.hasSize(2)
			.doesNotHaveDuplicates()
			.allMatch((message) -> message.contains(Calls.Prepay.of("x").outTradeNo()));
		assertThat(signed.get(1))
			.contains(Authorization.parse(platform.onlyRequest().getHeader("Authorization")).nonce());
	}

	@Test
	void leavesAHostAloneUntilItHasCooledDownAndThenComesBack() {
		this.down.add("primary.test");
		this.client.execute(new Calls.Close("1"));
		this.down.clear();
		platform.clock().advance(Duration.ofSeconds(29));
		this.client.execute(new Calls.Close("2"));
		assertThat(asked()).containsExactly("backup", "backup");
		platform.clock().advance(Duration.ofSeconds(1));
		this.client.execute(new Calls.Close("3"));
		this.client.execute(new Calls.Close("4"));
		assertThat(asked()).containsExactly("backup", "backup", "primary", "primary");
		assertThat(this.exchange.hosts().get(0)).isEqualTo(new HostState(host("primary"), true, 0, null));
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, -6 })
	void comesBackInTimeThoughTheClockWasCorrected(int hours) {
		this.down.add("primary.test");
		this.client.execute(new Calls.Close("1"));
		this.down.clear();
		platform.clock().correct(Duration.ofHours(hours));
		platform.answers(platform.signed(204, ""));
		platform.clock().advance(Duration.ofSeconds(29));
		this.client.execute(new Calls.Close("2"));
		platform.clock().advance(Duration.ofSeconds(1));
		this.client.execute(new Calls.Close("3"));
		assertThat(asked()).containsExactly("backup", "backup", "primary");
	}

	@Test
	void triesAHostThatStaysDownLessAndLessOften() {
		this.down.add("primary.test");
		this.client.execute(new Calls.Close("1"));
		for (int seconds : new int[] { 30, 60, 120, 240, 300, 300 }) {
			platform.clock().advance(Duration.ofSeconds(seconds - 1));
			int before = this.lookedUp.get();
			this.client.execute(new Calls.Close("1"));
			assertThat(this.lookedUp.get() - before).as("only the backup, %s", seconds).isEqualTo(1);
			platform.clock().advance(Duration.ofSeconds(1));
			// The answers are as old as the test, and the clock has moved on
			platform.answers(platform.signed(204, ""));
			before = this.lookedUp.get();
			this.client.execute(new Calls.Close("1"));
			assertThat(this.lookedUp.get() - before).as("the primary, then the backup, %s", seconds).isEqualTo(2);
		}
		assertThat(this.exchange.hosts().get(0).failures()).isEqualTo(7);
	}

	@Test
	void triesTheFirstHostAnywayWhenAllAreDown() {
		this.down.addAll(List.of("primary.test", "backup.test"));
		for (int i = 0; i < 2; i++) {
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> this.client.execute(new Calls.Close("1")));
			assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
		}
		assertThat(this.lookedUp).as("both, then the primary alone").hasValue(3);
		assertThat(this.exchange.hosts()).extracting(HostState::failures).containsExactly(1, 1);
		this.down.remove("primary.test");
		this.client.execute(new Calls.Close("1"));
		assertThat(asked()).containsExactly("primary");
	}

	@Test
	void staysWithAHostThatFailsAfterSomethingWasSent() {
		platform.answers(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		Failures.failure(TransportException.class, true, () -> this.client.execute(new Calls.Close("1")));
		platform.answers(FakePlatform.with(503, "{}", Map.of()));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.client.execute(new Calls.Close("1")));
		assertThat(asked()).containsExactly("primary", "primary");
		assertThat(this.exchange.hosts()).allMatch(HostState::isUp);
	}

	@Test
	void downloadsFromTheBackupToo() throws Exception {
		byte[] bill = "`1,`2".getBytes(StandardCharsets.UTF_8);
		String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bill));
		platform.answers(WireMock.aResponse().withBody(bill));
		this.down.add("primary.test");
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		this.client.download(new Calls.Bill(host("primary") + "/v3/billdownload/file?token=a", "SHA1", hash), target);
		this.client.download(new Calls.Bill(host("backup") + "/v3/billdownload/file?token=a", "SHA1", hash), target);
		assertThat(target.toByteArray()).hasSize(2 * bill.length);
		assertThat(asked()).containsExactly("backup", "backup");
	}

	@Test
	void countsManyCallsThatFailTogetherOnce() throws Exception {
		this.down.add("primary.test");
		Thread[] callers = new Thread[16];
		for (int i = 0; i < callers.length; i++) {
			callers[i] = new Thread(() -> this.client.execute(new Calls.Close("1")));
			callers[i].start();
		}
		for (Thread caller : callers) {
			caller.join();
		}
		assertThat(asked()).hasSize(callers.length).containsOnly("backup");
		assertThat(this.exchange.hosts().get(0).failures()).isEqualTo(1);
	}

	private static List<String> asked() {
		return platform.requests().stream().map((request) -> request.getHost().replace(".test", "")).toList();
	}

	/** Knows this machine under every name that is not down. */
	private final class TestResolver extends AddressResolverGroup<InetSocketAddress> {

		@Override
		protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
			return new InetNameResolver(executor) {

				@Override
				protected void doResolve(String name, Promise<InetAddress> promise) {
					HostFailoverTests.this.lookedUp.incrementAndGet();
					if (HostFailoverTests.this.down.contains(name)) {
						promise.setFailure(new UnknownHostException(name));
					}
					else {
						promise.setSuccess(InetAddress.getLoopbackAddress());
					}
				}

				@Override
				protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
					Promise<InetAddress> one = executor().newPromise();
					one.addListener((done) -> {
						if (done.isSuccess()) {
							promise.setSuccess(List.of(one.getNow()));
						}
						else {
							promise.setFailure(done.cause());
						}
					});
					doResolve(name, one);
				}

			}.asAddressResolver();
		}

	}

}
