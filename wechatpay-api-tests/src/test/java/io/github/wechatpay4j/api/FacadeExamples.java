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

package io.github.wechatpay4j.api;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.bills.Bills;
import io.github.wechatpay4j.api.checkout.Checkout;
import io.github.wechatpay4j.api.checkout.ReactiveCheckout;
import io.github.wechatpay4j.api.complaints.Complaint;
import io.github.wechatpay4j.api.complaints.ComplaintListResponse;
import io.github.wechatpay4j.api.complaints.Complaints;
import io.github.wechatpay4j.api.files.Downloads;
import io.github.wechatpay4j.api.files.ReactiveDownloads;
import io.github.wechatpay4j.api.media.Media;
import io.github.wechatpay4j.api.paging.Pages;
import io.github.wechatpay4j.api.productcoupons.UserProductCoupon;
import io.github.wechatpay4j.api.productcoupons.UserProductCouponListResponse;
import io.github.wechatpay4j.api.productcoupons.UserProductCoupons;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.api.waiting.FinalStates;
import io.github.wechatpay4j.api.waiting.Outcome;
import io.github.wechatpay4j.api.waiting.Pace;
import io.github.wechatpay4j.api.waiting.ReactiveWaiting;
import io.github.wechatpay4j.api.waiting.Waiting;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import io.github.wechatpay4j.operation.UploadFile;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;

/**
 * What docs/facades.md shows: compiled here, compared by
 * {@link FacadeDocumentationTests}.
 */
@SuppressWarnings("unused")
abstract class FacadeExamples {

	WechatPayClient wechatPay;

	ReactiveWechatPayClient reactiveWechatPay;

	abstract void settle(Refund refund);

	abstract void askLater(String outRefundNo);

	void checkout(String orderId, String otherOrderId, String openid) {
		Checkout checkout = Checkout.of(wechatPay);
		JsapiInvocation forThePage = checkout.jsapi((r) -> r.description("Coffee")
			.outTradeNo(orderId)
			.amount((a) -> a.total(1800))
			.payer((p) -> p.openid(openid)));
		String codeUrl = checkout
			.nativeQr((r) -> r.description("Tea").outTradeNo(otherOrderId).amount((a) -> a.total(900)));
		Mono<JsapiInvocation> later = ReactiveCheckout.of(reactiveWechatPay)
			.jsapi((r) -> r.description("Coffee")
				.outTradeNo(orderId)
				.amount((a) -> a.total(1800))
				.payer((p) -> p.openid(openid)));
	}

	void paging(LocalDate from, LocalDate to) {
		Pages<Complaint> complaints = Pages.byOffset(
				(offset) -> Complaints.list((r) -> r.beginDate(from).endDate(to).limit(50).offset(offset)),
				ComplaintListResponse::data, ComplaintListResponse::totalCount);
		Stream<Complaint> now = complaints.stream(wechatPay);
		Flux<Complaint> later = complaints.flux(reactiveWechatPay);
	}

	void tokens(String openid, String brandId) {
		Pages<UserProductCoupon> coupons = Pages.byToken(
				(token) -> UserProductCoupons.list(openid, brandId, (r) -> r.pageSize(20).pageToken(token)),
				UserProductCouponListResponse::userCouponList, UserProductCouponListResponse::nextPageToken);
	}

	void waiting(String outRefundNo) {
		Outcome<Refund> outcome = Waiting.of(wechatPay, Pace.atMost(Duration.ofSeconds(30))).refund(outRefundNo);
		if (outcome.isFinal()) {
			settle(outcome.requireFinal()); // SUCCESS, CLOSED or ABNORMAL
		}
		else {
			askLater(outRefundNo); // unknown: never refund again under a new number
		}
	}

	void moreWaiting(String outRefundNo, String outBillNo, String subMchid) {
		Mono<Outcome<TransferBill>> transfer = ReactiveWaiting.of(reactiveWechatPay).transfer(outBillNo);
		Outcome<Refund> ofSubMerchant = Waiting.of(wechatPay)
			.until(Refunds.queryByOutRefundNo(outRefundNo, (r) -> r.subMchid(subMchid)), FinalStates::isFinal);
	}

	void files(LocalDate day, LongConsumer progress) {
		Downloads.of(wechatPay).download(Bills.tradeBill(day), Path.of("bill.csv"), progress);
		Mono<Void> later = ReactiveDownloads.of(reactiveWechatPay)
			.download(Bills.fundFlowBill(day), Path.of("funds.csv"), progress);
	}

	void uploads(Resource resource) {
		String mediaId = wechatPay.execute(Media.uploadImage(UploadFile.of(resource))).mediaId();
		UploadFile licence = UploadFile.of(Path.of("licence.jpg"));
	}

}
