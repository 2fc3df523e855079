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

package io.github.wechatpay4j.observation;

import io.micrometer.common.KeyValues;

/**
 * What {@link WechatPayObservation#CALL} says by default.
 */
final class DefaultWechatPayCallConvention implements WechatPayCallConvention {

	private final CallKeyValues keyValues = new CallKeyValues();

	@Override
	public String getName() {
		return "wechatpay.call";
	}

	@Override
	public String getContextualName(WechatPayCallContext context) {
		return "wechatpay " + this.keyValues.operation(context.facts());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(WechatPayCallContext context) {
		return this.keyValues.low(context.facts(), context.getError());
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(WechatPayCallContext context) {
		return this.keyValues.high(context.facts());
	}

}
