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

package io.github.wechatpay4j.simulator.endpoint;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.payment.TradeType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What opens a payment on the payer's device.
 */
final class Opening {

	private Opening() {
	}

	/** The same prepay_id always gives the same answer. */
	static Answer of(TradeType type, String prepayId) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		String token = prepayId.substring(16, 32);
		switch (type) {
			case JSAPI, APP -> json.put("prepay_id", prepayId);
			case NATIVE -> json.put("code_url", "weixin://wxpay/bizpayurl?pr=" + token);
			case MWEB -> json.put("h5_url",
					"https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + prepayId + "&package=" + token);
		}
		return new Answer.Json(json);
	}

}
