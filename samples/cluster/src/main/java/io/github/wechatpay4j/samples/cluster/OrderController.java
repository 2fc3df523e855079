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

package io.github.wechatpay4j.samples.cluster;

import java.util.UUID;

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.client.WechatPayClient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The application's API.
 */
@RestController
@RequestMapping("/api/orders")
class OrderController {

	private final WechatPayClient wechatPay;

	private final OrderStore orders;

	OrderController(WechatPayClient wechatPay, OrderStore orders) {
		this.wechatPay = wechatPay;
		this.orders = orders;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Order create(@Valid @RequestBody NewOrder order) {
		String id = UUID.randomUUID().toString().replace("-", "");
		this.orders.create(id, order.description(), order.total());
		this.orders.setCodeUrl(id,
				this.wechatPay.execute(NativePayments.prepay(
						(r) -> r.description(order.description()).outTradeNo(id).amount((a) -> a.total(order.total()))))
					.codeUrl());
		return this.orders.find(id).orElseThrow();
	}

	@GetMapping("/{id}")
	ResponseEntity<Order> get(@PathVariable String id) {
		return ResponseEntity.of(this.orders.find(id));
	}

	/**
	 * An order to make.
	 *
	 * @param description what is bought
	 * @param total the price in fen
	 */
	record NewOrder(@NotBlank @Size(max = 127) String description, @Min(1) @Max(100_000_000) long total) {
	}

}
