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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.example.shop.Cashier;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A failure of the blocking client shows who made the call before anything else.
 */
class CallerLineTests {

	private static final WechatPayRequest<?> REFUND = new Calls.Refund("1");

	private static final WechatPayRequest<?> QUERY = new Calls.Query("1");

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Cashier cashier = new Cashier(client(TestMerchants.merchant(), platform.exchange()));

	@Test
	void showsWhoMadeACallThatIsRefused() {
		platform.answers(FakePlatform.with(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"m\"}", Map.of()));
		assertShown(ApiException.class, this.cashier, QUERY);
		assertShown(ApiException.class, this.cashier, new Calls.Query("2"));
	}

	@Test
	void showsWhoMadeACallWhoseOutcomeIsUnknown() {
		platform.answers(FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\",\"message\":\"m\"}", Map.of()));
		OutcomeUnknownException ex = assertShown(OutcomeUnknownException.class, this.cashier, REFUND);
		assertThat(ex.getCause()).isInstanceOf(ApiException.class);
		assertThat(ex.attempts()).isEqualTo(3);
	}

	@Test
	void showsWhoMadeACallThatMeetsNoGoodAnswer() {
		platform.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		TransportException broken = assertShown(TransportException.class, this.cashier, QUERY);
		assertThat(broken).hasCauseInstanceOf(Exception.class);
		platform.answers(aResponse().withStatus(200).withBody("{}"));
		assertShown(SignatureException.class, this.cashier, QUERY);
		platform.answers(platform.signed(200, "[]"));
		assertShown(UnreadableResponseException.class, this.cashier, QUERY);
		Exchange nowhere = new Exchange(platform.transport(), URI.create("http://127.0.0.1:1"), platform.clock());
		assertShown(TransportException.class, new Cashier(client(TestMerchants.merchant(), nowhere)), REFUND);
	}

	@Test
	void showsWhoMadeACallThatIsNotSent() {
		assertShown(IllegalArgumentException.class, this.cashier, RawRequest.post("/v3/a", "{\"a\":\"\\ud83d\"}"));
		assertShown(IllegalArgumentException.class, this.cashier,
				new Calls.Upload(new UploadFile("😀.jpg", new byte[1])));
		assertShown(CallNotPermittedException.class, deciding(
				new CallNotPermittedException("Calls.refund", CallNotPermittedException.Reason.RATE_LIMIT, "as told")),
				REFUND);
		assertShown(KeyMaterialException.class, deciding(new KeyMaterialException("It is spoilt.", "Mend it.")),
				REFUND);
		assertShown(IllegalStateException.class, deciding(null), REFUND);
	}

	@Test
	void leavesAFailureAsItIsThatManyCallersShare() {
		TransportException cause = new TransportException("Certificates.download", TransportException.Phase.CONNECTING,
				null);
		PlatformKeyUnavailableException shared = new PlatformKeyUnavailableException(cause);
		StackTraceElement[] before = shared.getStackTrace();
		Cashier waiting = new Cashier(client(TestMerchants.merchant(new Trust() {

			@Override
			public Mono<PlatformKey> find(String id) {
				return Mono.error(shared);
			}

			@Override
			public Mono<PlatformKey> current() {
				return Mono.fromFuture(CompletableFuture.failedFuture(shared));
			}

		}), platform.exchange()));
		for (int i = 0; i < 3; i++) {
			PlatformKeyUnavailableException ex = assertShown(PlatformKeyUnavailableException.class, waiting, REFUND);
			assertThat(ex).isNotSameAs(shared).hasMessage(shared.getMessage()).hasCause(cause);
		}
		assertThat(shared.getStackTrace()).isEqualTo(before);
		assertThat(shared.getSuppressed()).isEmpty();
	}

	@Test
	void leavesTheFailureOfADecoratorsOwnKindAsItIs() {
		UnsupportedOperationException own = new UnsupportedOperationException("own");
		StackTraceElement[] before = own.getStackTrace();
		Throwable thrown = catchThrowable(() -> deciding(own).call(REFUND));
		assertThat(thrown).isSameAs(own);
		assertThat(own.getStackTrace()).isEqualTo(before);
		assertThat(own.getSuppressed()).isEmpty();
	}

	@Test
	void keepsWhereAFailureArose() {
		platform.answers(FakePlatform.with(400, "{\"code\":\"PARAM_ERROR\",\"message\":\"m\"}", Map.of()));
		ApiException ex = assertShown(ApiException.class, this.cashier, QUERY);
		assertThat(ex.getSuppressed()).isNotEmpty()
			.allMatch((suppressed) -> !(suppressed instanceof WechatPayException))
			.noneMatch((suppressed) -> String.valueOf(suppressed.getMessage()).contains("#block"));
		assertThat(ex.attempts()).isOne();
	}

	private static <X extends Throwable> X assertShown(Class<X> type, Cashier cashier, WechatPayRequest<?> request) {
		Throwable thrown = catchThrowable(() -> cashier.call(request));
		assertThat(thrown).isExactlyInstanceOf(type);
		StringWriter text = new StringWriter();
		thrown.printStackTrace(new PrintWriter(text));
		assertThat(text.toString().lines().limit(10).toList())
			.anyMatch((line) -> line.contains("com.example.shop.Cashier.call(Cashier.java:"));
		return type.cast(thrown);
	}

	/** A decorator fails with what is given, or swallows the outcome. */
	private static Cashier deciding(RuntimeException failure) {
		return new Cashier(WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.decorate(new CallDecorator() {

				@Override
				public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
					return (failure != null) ? Mono.error(failure) : Mono.empty();
				}

			})
			.blocking());
	}

	private static WechatPayClient client(Merchant merchant, Exchange exchange) {
		return WechatPayClients.of(exchange, new InMemoryMerchantRegistry(List.of(merchant)), platform.clock())
			.retry(RetryPolicy.defaults())
			.blocking();
	}

}
