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

package com.example.shop;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.testing.Calls;
import reactor.core.publisher.Mono;

/**
 * Calls of an application, which lives in packages of its own.
 */
public final class RefundDesk {

	private final WechatPayClient client;

	private final ReactiveWechatPayClient reactive;

	public RefundDesk(WechatPayClient client, ReactiveWechatPayClient reactive) {
		this.client = client;
		this.reactive = reactive;
	}

	public void refund() {
		this.client.execute(new Calls.Refund("1"));
	}

	public void refundElsewhere() {
		this.client.execute(new Calls.Refund("2"));
	}

	public void query() {
		this.client.execute(new Calls.Query("1"));
	}

	public void refundAndWait() {
		refundLater().block();
	}

	public Mono<Calls.Refunded> refundLater() {
		return this.reactive.execute(new Calls.Refund("3"));
	}

}
