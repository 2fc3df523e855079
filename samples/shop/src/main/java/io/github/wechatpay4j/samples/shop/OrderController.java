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

package io.github.wechatpay4j.samples.shop;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.wechatpay4j.merchant.JsapiInvocation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's API.
 */
@RestController
@RequestMapping("/api/orders")
class OrderController {

	private final Checkout checkout;

	private final RefundDesk refundDesk;

	OrderController(Checkout checkout, RefundDesk refundDesk) {
		this.checkout = checkout;
		this.refundDesk = refundDesk;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	OrderView create(@Valid @RequestBody NewOrder order) {
		if (order.channel() == Channel.NATIVE) {
			return OrderView.of(this.checkout.createNative(order.description(), order.total()), null);
		}
		if (order.openid() == null || order.openid().isBlank()) {
			throw new ShopException(400, "INVALID", "openid is needed for JSAPI");
		}
		Checkout.JsapiOrder created = this.checkout.createJsapi(order.description(), order.total(), order.openid());
		return OrderView.of(created.order(), created.invocation());
	}

	@GetMapping("/{id}")
	OrderView get(@PathVariable String id) {
		return OrderView.of(this.checkout.get(id), null);
	}

	@PostMapping("/{id}/refunds")
	@ResponseStatus(HttpStatus.CREATED)
	OrderView refund(@PathVariable String id, @Valid @RequestBody NewRefund refund) {
		return OrderView.of(
				this.refundDesk.refund(id, refund.amount(), Objects.requireNonNullElse(refund.reason(), "Refund")),
				null);
	}

	@PostMapping("/{id}/close")
	OrderView close(@PathVariable String id) {
		return OrderView.of(this.checkout.close(id), null);
	}

	@GetMapping(path = "/{id}/qr", produces = "image/svg+xml")
	String qrCode(@PathVariable String id) {
		String codeUrl = this.checkout.get(id).codeUrl();
		if (codeUrl == null) {
			throw new ShopException(404, "NO_QR_CODE", "The order is not paid by scanning");
		}
		return QrCode.svg(codeUrl);
	}

	/** How an order is paid. */
	enum Channel {

		/** By scanning a QR code. */
		NATIVE,

		/** Inside WeChat. */
		JSAPI

	}

	/**
	 * An order to make.
	 *
	 * @param description what is bought
	 * @param total the price in fen
	 * @param channel how it is paid
	 * @param openid who pays, inside WeChat
	 */
	record NewOrder(@NotBlank @Size(max = 127) String description, @Min(1) @Max(100_000_000) long total,
			@NotNull Channel channel, @Nullable String openid) {
	}

	/**
	 * A refund to make.
	 *
	 * @param amount the amount in fen
	 * @param reason why
	 */
	record NewRefund(@Min(1) long amount, @Nullable @Size(max = 80) String reason) {
	}

	/**
	 * What the page sees of an order.
	 *
	 * @param id its number
	 * @param description what was bought
	 * @param total the price in fen
	 * @param status where it stands
	 * @param codeUrl what the QR code holds
	 * @param transactionId WeChat Pay's number
	 * @param invocation what the page hands to WeChat
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OrderView(String id, String description, long total, Order.Status status, @Nullable String codeUrl,
			@Nullable String transactionId, @Nullable JsapiInvocation invocation) {

		static OrderView of(Order order, @Nullable JsapiInvocation invocation) {
			return new OrderView(order.id(), order.description(), order.total(), order.status(), order.codeUrl(),
					order.transactionId(), invocation);
		}

	}

}
