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

import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * A few operations of WeChat Pay, as an application would write them for itself.
 */
public final class Calls {

	private Calls() {
	}

	public record Prepaid(@Decisive(Decisive.Role.IDENTITY) String prepayId) {
	}

	public record Prepay(@Nullable String mchid, @Nullable String appid, String description,
			@Nullable String outTradeNo) implements WechatPayRequest<Prepaid> {

		private static final Operation<Prepaid> OPERATION = Operation.post("/v3/pay/transactions/jsapi", Prepaid.class)
			.name("Calls.prepay")
			.keyedBy("out_trade_no")
			.build();

		public static Prepay of(String description) {
			return new Prepay(null, null, description, "1217752501201407033233368018");
		}

		@Override
		public Operation<Prepaid> operation() {
			return OPERATION;
		}

		@Override
		public @Nullable String businessNumber() {
			return this.outTradeNo;
		}

		@Override
		public Prepay withDefaults(RequestDefaults defaults) {
			return new Prepay(defaults.mchidOr(this.mchid), defaults.appidOr(this.appid), this.description,
					this.outTradeNo);
		}

	}

	public record Transaction(String outTradeNo, String tradeState) {
	}

	public record Query(String outTradeNo) implements WechatPayRequest<Transaction> {

		private static final Operation<Transaction> OPERATION = Operation
			.get("/v3/pay/transactions/out-trade-no/{out_trade_no}", Transaction.class)
			.name("Calls.query")
			.build();

		@Override
		public Operation<Transaction> operation() {
			return OPERATION;
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			target.path("out_trade_no", this.outTradeNo).query("mchid", TestMerchants.MCHID);
		}

	}

	public record Close(String outTradeNo) implements WechatPayRequest<NoContent> {

		private static final Operation<NoContent> OPERATION = Operation
			.post("/v3/pay/transactions/out-trade-no/{out_trade_no}/close", NoContent.class)
			.name("Calls.close")
			.build();

		@Override
		public Operation<NoContent> operation() {
			return OPERATION;
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			target.path("out_trade_no", this.outTradeNo);
		}

		@Override
		public RequestBody body() {
			return RequestBody.bytes("{\"mchid\":\"1900000001\"}".getBytes(StandardCharsets.UTF_8));
		}

	}

	public record Refunded(String refundId) {
	}

	public record Refund(@Nullable String outRefundNo) implements WechatPayRequest<Refunded> {

		private static final Operation<Refunded> OPERATION = Operation
			.post("/v3/refund/domestic/refunds", Refunded.class)
			.name("Calls.refund")
			.keyedBy("out_refund_no")
			.paysOut()
			.build();

		@Override
		public Operation<Refunded> operation() {
			return OPERATION;
		}

		@Override
		public @Nullable String businessNumber() {
			return this.outRefundNo;
		}

	}

	/** A call with a sensitive field in both directions. */
	public record Transfer(String outBillNo, @Sensitive String userName) implements WechatPayRequest<Payee> {

		private static final Operation<Payee> OPERATION = Operation
			.post("/v3/fund-app/mch-transfer/transfer-bills", Payee.class)
			.name("Calls.transfer")
			.keyedBy("out_bill_no")
			.paysOut()
			.build();

		@Override
		public Operation<Payee> operation() {
			return OPERATION;
		}

		@Override
		public String businessNumber() {
			return this.outBillNo;
		}

		@Override
		public String toString() {
			return "Transfer[" + this.outBillNo + "]";
		}

	}

	public record Payee(@Sensitive @Nullable String userName) {

		@Override
		public String toString() {
			return "Payee[]";
		}

	}

	public record Media(String mediaId) {
	}

	public record Upload(UploadFile file) implements WechatPayRequest<Media> {

		private static final Operation<Media> OPERATION = Operation.post("/v3/merchant/media/upload", Media.class)
			.name("Calls.upload")
			.build();

		@Override
		public Operation<Media> operation() {
			return OPERATION;
		}

		@Override
		public RequestBody body() {
			return RequestBody.upload(this.file);
		}

	}

	public record Bill(String downloadUrl, String hashType, String hashValue) implements Downloadable {
	}

}
