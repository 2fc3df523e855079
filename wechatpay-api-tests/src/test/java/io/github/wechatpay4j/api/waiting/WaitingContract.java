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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.api.profitsharing.ProfitSharing;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingState;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What holds for both waitings. Queries are real, pauses are not: they are noted down.
 */
abstract class WaitingContract {

	/** What both kinds of time note down. */
	final List<Long> pauses = new ArrayList<>();

	/** Where chance shortens pauses: 0 does not, 1 does most. */
	double chance;

	abstract FakePlatform platform();

	abstract Outcome<Refund> refund(Pace pace);

	abstract Outcome<TransferBill> transfer(Pace pace);

	abstract <T> Outcome<T> until(WechatPayRequest<T> query, Predicate<? super T> isFinal);

	private Outcome<Refund> refund() {
		return refund(Pace.DEFAULT);
	}

	/** Answers one after the other; the last one again and again. */
	final void answers(ResponseDefinitionBuilder... answers) {
		for (int i = 0; i < answers.length; i++) {
			ScenarioMappingBuilder step = any(anyUrl()).inScenario("answers")
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : "answer " + i);
			platform().answers((i + 1 < answers.length) ? step.willSetStateTo("answer " + (i + 1)) : step, answers[i]);
		}
	}

	final ResponseDefinitionBuilder refundIs(String status) {
		return platform().signed(200, "{\"refund_id\":\"50\",\"out_refund_no\":\"R1\",\"status\":\"" + status + "\"}");
	}

	static ResponseDefinitionBuilder fails(int status) {
		return FakePlatform.with(status, "{\"code\":\"SOME_CODE\"}", Map.of());
	}

	@Test
	void asksAtOnceAndPausesTwiceAsLongEachTime() {
		answers(refundIs("PROCESSING"), refundIs("PROCESSING"), refundIs("PROCESSING"), refundIs("SUCCESS"));
		Outcome<Refund> outcome = refund();
		assertThat(outcome.isFinal()).isTrue();
		assertThat(outcome.requireFinal().status()).isEqualTo(RefundStatus.SUCCESS);
		assertThat(outcome).hasToString("Outcome[final]");
		assertThat(this.pauses).containsExactly(1000L, 2000L, 4000L);
		assertThat(platform().requests()).hasSize(4)
			.allSatisfy((sent) -> assertThat(sent.getUrl()).isEqualTo("/v3/refund/domestic/refunds/R1"));
	}

	@Test
	void givesBackWhatItSawLastWhenTimeIsOver() {
		answers(refundIs("PROCESSING"));
		Outcome<Refund> outcome = refund();
		assertThat(outcome.isFinal()).isFalse();
		assertThat(outcome.last()).map(Refund::status).contains(RefundStatus.PROCESSING);
		assertThat(outcome.failure()).isEmpty();
		assertThat(outcome).hasToString("Outcome[not final]");
		assertThatIllegalStateException().isThrownBy(outcome::requireFinal)
			.withMessage("No final state was reached in time, the outcome is unknown");
		assertThat(this.pauses).as("the last pause ends with the limit")
			.containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 29000L);
	}

	@Test
	void pausesNoLongerThanTheLongest() {
		answers(refundIs("PROCESSING"));
		refund(new Pace(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(9)));
		assertThat(this.pauses).containsExactly(2000L, 3000L, 3000L, 1000L);
	}

	@Test
	void pausesUpToAFifthShorterByChance() {
		this.chance = 1;
		answers(refundIs("PROCESSING"), refundIs("PROCESSING"), refundIs("SUCCESS"));
		refund();
		assertThat(this.pauses).containsExactly(800L, 1600L);
	}

	@Test
	void asksOnceWhenThereIsNoTime() {
		answers(refundIs("PROCESSING"));
		assertThat(refund(Pace.atMost(Duration.ZERO)).isFinal()).isFalse();
		assertThat(platform().requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUCCESS", "CLOSED", "ABNORMAL" })
	void endsWithEveryFinalStateOfARefund(String status) {
		answers(refundIs(status));
		assertThat(refund().requireFinal().status()).hasToString(status);
		assertThat(platform().requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUCCESS", "FAIL", "CANCELLED" })
	void endsWithEveryFinalStateOfATransfer(String state) {
		String bill = "{\"out_bill_no\":\"T1\",\"transfer_bill_no\":\"1\",\"transfer_amount\":1,\"state\":\"";
		answers(platform().signed(200, bill + "WAIT_USER_CONFIRM\"}"), platform().signed(200, bill + "CANCELING\"}"),
				platform().signed(200, bill + state + "\"}"));
		assertThat(transfer(Pace.DEFAULT).requireFinal().state()).hasToString(state);
		assertThat(platform().requests()).hasSize(3);
	}

	@Test
	void takesNoUnknownStateForFinal() {
		answers(refundIs("FROZEN_BY_MOON"), refundIs("SUCCESS"));
		assertThat(refund().requireFinal().status()).isEqualTo(RefundStatus.SUCCESS);
		assertThat(platform().requests()).hasSize(2);
	}

	@Test
	void waitsForWhateverAQueryCanSee() {
		String order = "{\"transaction_id\":\"4\",\"out_order_no\":\"P1\",\"order_id\":\"3\",\"state\":\"";
		answers(platform().signed(200, order + "PROCESSING\"}"), platform().signed(200, order + "FINISHED\"}"));
		assertThat(until(ProfitSharing.query("P1", "4"), FinalStates::isFinal).requireFinal().state())
			.isEqualTo(ProfitSharingState.FINISHED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503 })
	void survivesWhatPassesByItself(int status) {
		answers(fails(status), refundIs("PROCESSING"), fails(status), refundIs("SUCCESS"));
		assertThat(refund().isFinal()).isTrue();
	}

	@Test
	void survivesAnAnswerThatIsNotFinished() {
		answers(platform().signed(202, "{}"), refundIs("SUCCESS"));
		assertThat(refund().isFinal()).isTrue();
	}

	@Test
	void survivesALostConnectionAndASignatureProbe() {
		answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), probe(), refundIs("SUCCESS"));
		assertThat(refund().isFinal()).isTrue();
	}

	private ResponseDefinitionBuilder probe() {
		String signature = "WECHATPAY/SIGNTEST/abc";
		return FakePlatform.with(200, "{}",
				Map.of("Wechatpay-Timestamp", Long.toString(platform().clock().instant().getEpochSecond()),
						"Wechatpay-Nonce", "n", "Wechatpay-Serial", PlatformSigner.PUBLIC_KEY_ID, "Wechatpay-Signature",
						signature));
	}

	@Test
	void slowsDownWhenThePlatformSaysSo() {
		answers(fails(429), refundIs("PROCESSING"), refundIs("SUCCESS"));
		assertThat(refund().isFinal()).isTrue();
		assertThat(this.pauses).containsExactly(30_000L, 2000L);
	}

	@Test
	void keepsWhatItSawAndWhyItSawNoMore() {
		answers(refundIs("PROCESSING"), aResponse().withFault(Fault.EMPTY_RESPONSE));
		Outcome<Refund> outcome = refund();
		assertThat(outcome.isFinal()).isFalse();
		assertThat(outcome.last()).map(Refund::refundId).contains("50");
		assertThat(outcome.failure()).containsInstanceOf(TransportException.class);
		assertThatIllegalStateException().isThrownBy(outcome::requireFinal)
			.withCauseInstanceOf(TransportException.class);
	}

	@Test
	void saysThatNothingWasSeen() {
		answers(fails(503));
		Outcome<Refund> outcome = refund();
		assertThat(outcome).hasToString("Outcome[nothing seen]");
		assertThat(outcome.last()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403 })
	void endsWithWhatDoesNotPassByItself(int status) {
		answers(refundIs("PROCESSING"), fails(status));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::refund)
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(status));
		assertThat(platform().requests()).hasSize(2);
	}

	@Test
	void doesNotBelieveAnAnswerWithAWrongSignature() {
		answers(FakePlatform.with(200, "{\"status\":\"SUCCESS\"}", Map.of()));
		assertThatExceptionOfType(SignatureException.class).isThrownBy(this::refund);
	}

	@Test
	void looksAgainForWhatWasMadeAMomentAgo() {
		answers(fails(404), fails(404), refundIs("SUCCESS"));
		assertThat(refund().isFinal()).isTrue();
	}

	@Test
	void endsWhenItIsStillNotThereAfterTenSeconds() {
		answers(fails(404));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::refund)
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404));
		assertThat(this.pauses).containsExactly(1000L, 2000L, 4000L, 8000L);
	}

	@Test
	void endsWhenItIsGoneAfterItWasSeen() {
		answers(refundIs("PROCESSING"), fails(404));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::refund);
		assertThat(platform().requests()).hasSize(2);
	}

	@Test
	void refusesToRepeatWhatIsNoQuery() {
		WechatPayRequest<Refund> create = Refunds
			.create((r) -> r.outTradeNo("1").outRefundNo("R1").amount((a) -> a.refund(1).total(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> until(create, FinalStates::isFinal))
			.withMessage("Refunds.create changes something: pass a query");
		assertThat(platform().requests()).isEmpty();
	}

}
