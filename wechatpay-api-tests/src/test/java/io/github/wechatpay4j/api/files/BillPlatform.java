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

package io.github.wechatpay4j.api.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

import io.github.wechatpay4j.api.bills.BillResponse;
import io.github.wechatpay4j.api.bills.Bills;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * A platform that has a bill.
 */
final class BillPlatform {

	static final byte[] BILL = "交易时间,公众账号ID,总金额\n`2026-11-22 08:00:00,`wx1,`18.00\n".repeat(3000)
		.getBytes(StandardCharsets.UTF_8);

	static final WechatPayRequest<BillResponse> REQUEST = Bills.tradeBill(LocalDate.of(2026, 11, 22));

	private BillPlatform() {
	}

	static void announces(FakePlatform platform, byte[] announced, byte[] sent) {
		platform.answers(get(urlPathEqualTo("/v3/bill/tradebill")),
				platform.signed(200, "{\"hash_type\":\"SHA1\",\"hash_value\":\"" + sha1(announced)
						+ "\",\"download_url\":\"" + platform.url() + "/v3/billdownload/file?token=1\"}"));
		platform.answers(get(urlPathEqualTo("/v3/billdownload/file")), aResponse().withBody(sent));
	}

	private static String sha1(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

}
