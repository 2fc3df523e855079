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

package io.github.wechatpay4j.web;

import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.wechatpay4j.api.globalpayments.OrderPushAnswer;
import io.github.wechatpay4j.api.globalpayments.OrderPushNotification;
import io.github.wechatpay4j.api.papay.PapayRetentionCouponState;
import io.github.wechatpay4j.api.papay.PapayTerminationInquiryAnswer;
import io.github.wechatpay4j.api.papay.PapayTerminationInquiryNotification;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionAnswer;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionNotification;
import io.github.wechatpay4j.api.vehicles.ParkingFeeQueryAnswer;
import io.github.wechatpay4j.api.vehicles.ParkingFeeQueryNotification;
import io.github.wechatpay4j.listener.WechatPayListenerConfigurer;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayListener;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application whose handlers answer, in every way in which they can.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AnsweringApplication {

	@WechatPayListener
	PapayTerminationRetentionAnswer leaving(PapayTerminationRetentionNotification notification) {
		return PapayTerminationRetentionAnswer.builder()
			.retentionType("COUPON")
			.couponInfo((coupon) -> coupon.state(PapayRetentionCouponState.SEND_COUPON)
				.couponId("券" + notification.contractId()))
			.build();
	}

	@WechatPayListener
	Mono<PapayTerminationInquiryAnswer> asked(PapayTerminationInquiryNotification notification) {
		if (notification.outContractCode().isEmpty()) {
			return Mono.empty();
		}
		return Mono.just(PapayTerminationInquiryAnswer.builder().code("FAIL").message("欠费").build());
	}

	@WechatPayListener
	CompletionStage<ParkingFeeQueryAnswer> parked(Notification<ParkingFeeQueryNotification> notification) {
		return CompletableFuture.supplyAsync(() -> ParkingFeeQueryAnswer.builder().totalAmount(1500).build());
	}

	@WechatPayListener(events = "OWN.QUESTION")
	Unwritable unwritable(Notification<JsonNode> notification) {
		return new Unwritable(null);
	}

	@Bean
	WechatPayListenerConfigurer orders() {
		return (registrar) -> registrar.registerAnswering(OrderPushNotification.class, OrderPushAnswer.class,
				(order) -> OrderPushAnswer.builder()
					.acqTid(order.payload().acqTid())
					.prepayId("wx201410272009395522657a690389285100")
					.expireTime(OffsetDateTime.parse("2026-12-01T10:00:00+08:00"))
					.clientIp("127.0.0.1")
					.build());
	}

	record Unwritable(@Nullable String code) {

		@Override
		public String code() {
			throw new IllegalStateException("as told");
		}

	}

}
