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

package io.github.wechatpay4j.api.states;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import io.github.wechatpay4j.api.partner.PartnerTransactionNotification;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.transfers.TransferBillNotification;
import io.github.wechatpay4j.api.transfers.TransferState;
import io.github.wechatpay4j.json.WechatPayJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatesTests {

	/** A line for each reported state, a column for each stored one. */
	private static final String TRANSACTION = """
			           NOTPAY  USERPAYING SUCCESS REFUND  CLOSED  REVOKED PAYERROR
			NOTPAY     SAME    UNCLEAR    OLDER   OLDER   OLDER   OLDER   OLDER
			USERPAYING UNCLEAR SAME       OLDER   OLDER   OLDER   OLDER   OLDER
			SUCCESS    NEWER   NEWER      SAME    OLDER   UNCLEAR OLDER   UNCLEAR
			REFUND     NEWER   NEWER      NEWER   SAME    UNCLEAR UNCLEAR UNCLEAR
			CLOSED     NEWER   NEWER      UNCLEAR UNCLEAR SAME    UNCLEAR UNCLEAR
			REVOKED    NEWER   NEWER      NEWER   UNCLEAR UNCLEAR SAME    UNCLEAR
			PAYERROR   NEWER   NEWER      UNCLEAR UNCLEAR UNCLEAR UNCLEAR SAME
			""";

	private static final String REFUND = """
			           PROCESSING ABNORMAL SUCCESS CLOSED
			PROCESSING SAME       OLDER    OLDER   OLDER
			ABNORMAL   NEWER      SAME     OLDER   UNCLEAR
			SUCCESS    NEWER      NEWER    SAME    UNCLEAR
			CLOSED     NEWER      UNCLEAR  UNCLEAR SAME
			""";

	private static final String TRANSFER = """
			                  ACCEPTED PROCESSING WAIT_USER_CONFIRM TRANSFERING CANCELING SUCCESS FAIL    CANCELLED
			ACCEPTED          SAME     OLDER      OLDER             OLDER       OLDER     OLDER   OLDER   OLDER
			PROCESSING        NEWER    SAME       OLDER             OLDER       OLDER     OLDER   OLDER   OLDER
			WAIT_USER_CONFIRM NEWER    NEWER      SAME              OLDER       OLDER     OLDER   OLDER   OLDER
			TRANSFERING       NEWER    NEWER      NEWER             SAME        UNCLEAR   OLDER   OLDER   OLDER
			CANCELING         NEWER    NEWER      NEWER             UNCLEAR     SAME      OLDER   OLDER   OLDER
			SUCCESS           NEWER    NEWER      NEWER             NEWER       NEWER     SAME    UNCLEAR UNCLEAR
			FAIL              NEWER    NEWER      NEWER             NEWER       NEWER     UNCLEAR SAME    UNCLEAR
			CANCELLED         NEWER    NEWER      NEWER             NEWER       NEWER     UNCLEAR UNCLEAR SAME
			""";

	@Test
	void ordersEveryPairOfStatesOfATransaction() throws ReflectiveOperationException {
		follows(TRANSACTION, TradeState.class, TradeState::new, States::of);
	}

	@Test
	void ordersEveryPairOfStatesOfARefund() throws ReflectiveOperationException {
		follows(REFUND, RefundStatus.class, RefundStatus::new, States::of);
	}

	@Test
	void ordersEveryPairOfStatesOfATransfer() throws ReflectiveOperationException {
		follows(TRANSFER, TransferState.class, TransferState::new, States::of);
	}

	@Test
	void readsTheStateOfEachKindOfNotification() {
		assertThat(
				States.of(read("{\"trade_state\":\"SUCCESS\"}", TransactionNotification.class)).isNewerThan("NOTPAY"))
			.isTrue();
		assertThat(States.of(read("{\"trade_state\":\"SUCCESS\"}", PartnerTransactionNotification.class))
			.isNewerThan(TradeState.REFUND)).isFalse();
		assertThat(States.of(read("{\"refund_status\":\"SUCCESS\"}", RefundNotification.class))
			.isNewerThan(RefundStatus.ABNORMAL)).isTrue();
		assertThat(States.of(read("{\"state\":\"SUCCESS\"}", TransferBillNotification.class)).comparedTo("FAIL"))
			.isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of(read("{}", TransferBillNotification.class)).comparedTo("ACCEPTED"))
			.isEqualTo(Freshness.UNCLEAR);
	}

	private static <T> T read(String json, Class<T> type) {
		return new WechatPayJson().read(json.getBytes(StandardCharsets.UTF_8), type, (text) -> text);
	}

	@Test
	void takesAnyStateThatIsKnownForNewerThanNone() {
		assertThat(States.of(TradeState.NOTPAY).isNewerThan((TradeState) null)).isTrue();
		assertThat(States.of(TradeState.SUCCESS).isNewerThan((String) null)).isTrue();
		assertThat(States.of(RefundStatus.ABNORMAL).comparedTo((String) null)).isEqualTo(Freshness.NEWER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PAID", "", "success", " SUCCESS" })
	void neverGuessesAboutAStateThatItDoesNotKnow(String unknown) {
		TradeState later = new TradeState(unknown);
		assertThat(States.of(TradeState.SUCCESS).comparedTo(unknown)).isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of(TradeState.SUCCESS).comparedTo(later)).isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of(later).comparedTo("NOTPAY")).isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of(later).comparedTo((String) null)).isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of(later).comparedTo(unknown)).isEqualTo(Freshness.SAME);
		assertThatExceptionOfType(UnclearStateException.class)
			.isThrownBy(() -> States.of(TradeState.SUCCESS).isNewerThan(unknown))
			.withMessage("Whether the transaction is SUCCESS, as reported, or " + unknown
					+ ", as stored, cannot be told from these states: query it, and store what the platform answers");
	}

	@Test
	void neverGuessesAboutAStateThatWasLeftOut() {
		assertThat(States.of((TransferState) null).comparedTo((String) null)).isEqualTo(Freshness.UNCLEAR);
		assertThat(States.of((TransferState) null).comparedTo("SUCCESS")).isEqualTo(Freshness.UNCLEAR);
	}

	@Test
	void neverLosesAPaymentOfAnOrderThatSeemsClosed() {
		assertThatExceptionOfType(UnclearStateException.class)
			.isThrownBy(() -> States.of(TradeState.SUCCESS).isNewerThan("CLOSED"));
	}

	private static <S> void follows(String table, Class<S> type, Function<String, S> reader,
			Function<S, ReportedState<S>> states) throws ReflectiveOperationException {
		String[][] cells = table.lines().map((line) -> line.strip().split("\\s+")).toArray(String[][]::new);
		assertThat(cells[0]).containsExactlyInAnyOrderElementsOf(known(type)).hasSize(cells.length - 1);
		for (int row = 1; row < cells.length; row++) {
			ReportedState<S> reported = states.apply(reader.apply(cells[row][0]));
			for (int column = 0; column < cells[0].length; column++) {
				String stored = cells[0][column];
				Freshness expected = Freshness.valueOf(cells[row][column + 1]);
				assertThat(reported.comparedTo(stored)).as("%s, stored %s", reported, stored).isEqualTo(expected);
				assertThat(reported.comparedTo(reader.apply(stored))).isEqualTo(expected);
				if (expected == Freshness.UNCLEAR) {
					assertThatExceptionOfType(UnclearStateException.class)
						.isThrownBy(() -> reported.isNewerThan(stored));
				}
				else {
					assertThat(reported.isNewerThan(stored)).isEqualTo(expected == Freshness.NEWER);
					assertThat(reported.isNewerThan(reader.apply(stored))).isEqualTo(expected == Freshness.NEWER);
				}
			}
		}
	}

	/** A state that is added to the description has to be put into the order. */
	private static Set<String> known(Class<?> type) throws ReflectiveOperationException {
		Set<String> known = new LinkedHashSet<>();
		for (var field : Arrays.stream(type.getFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()))
			.toList()) {
			known.add(field.get(null).toString());
		}
		return known;
	}

}
