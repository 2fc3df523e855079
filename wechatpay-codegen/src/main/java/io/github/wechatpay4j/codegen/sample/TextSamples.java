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

package io.github.wechatpay4j.codegen.sample;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.codegen.description.Field;

/**
 * Texts by format, then by the names of their fields; the first rule wins. What is in
 * <code>${}</code> is known to the simulator only.
 */
final class TextSamples {

	private static final String PERSON = "张三";

	private static final String MEDIA_ID = "sampleMediaId-6uqyGjGrCf2GtyXP8bxrbuH9";

	private static final List<NameRule> WHO = List.of(new NameRule("(address|bank)_code$|branch_id$", "1000#"),
			new NameRule("^(sub|channel)_.*mch_?id$", "1900000109"), new NameRule("mch_?id$", "${mchid}"),
			new NameRule("^sub_appid$|mini_?programs?(_appid)?$", "wxd678efh567hg6787"),
			new NameRule("appid$", "${appid}"), new NameRule("openid$", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
			new NameRule("^account$", "1900000109"), new NameRule("unionid$", "o6_bmasdasdsad6_2sgVt7hMZOPfL"),
			new NameRule("phone|mobile|^tel$|telephone", "13800138000"), new NameRule("email", "name@example.com"),
			new NameRule("address|addr$|location$", "广东省深圳市南山区科技中一路"), new NameRule("province", "广东省"),
			new NameRule("city", "深圳市"), new NameRule("county$|district", "南山区"),
			new NameRule("(merchant|company|corp|brand|store|seller|merchant_?short).*name$|shortname$|_merchant$",
					"示例商户"),
			new NameRule("bank_name$|bank_branch|(^|_)bank$", "招商银行"),
			new NameRule("(goods|product|card|coupon|stock|activity|plan|service|batch|template|bundle).*name$", "咖啡"),
			new NameRule(
					"(user|real|person|legal|contact|driver|owner|receiver|account|representative)_?name$|_doc_name$"
							+ "|id_card_name|insured_name|encrypted_name|certificate_name|person$|operate_user",
					PERSON),
			new NameRule(
					"(identification|id_card|id_doc|cert|certificates?|id)_?(no|number|id)$|cred(ential)?_id$|id_card$",
					"110101199003070011"),
			new NameRule("(card|account|bank)_(no|number|account)$|^bank_account$", "6214830000000000"));

	private static final List<NameRule> NUMBERS = List.of(
			new NameRule("transaction_id$", "4200000001202601020000000001"),
			new NameRule("^refund_id$", "50000000012026010200000000001"),
			new NameRule("prepay_id$", "wx20260102101112abcdefgh000000010000"),
			new NameRule("serial_no$|sn_no$", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"),
			new NameRule("plate_number", "粤B888888"), new NameRule("^out_.*_(no|id)$|_ssn$", "OUT20260102#"),
			new NameRule("media(_id)?$|_copy$|pics?$|photos?$|images?[0-9]*$", MEDIA_ID));

	private static final List<NameRule> FORMS = List.of(
			new NameRule("download_url$", "${url}/v3/billdownload/file?token=${token}"),
			new NameRule("^code_url$", "weixin://wxpay/bizpayurl?pr=abcdefgh0"),
			new NameRule("notify_url$|callback", "https://www.example.com/notify"),
			new NameRule("url(_list)?$|link$|website|homepage|qrcode$", "https://www.example.com/sample"),
			new NameRule("^hash_value$", "${sha1}"), new NameRule("^hash_type$", "SHA1"),
			new NameRule("sha256|digest|_hash$", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
			new NameRule("currency$", "CNY"), new NameRule("^bank_type$", "OTHERS"),
			new NameRule("^trade_type$", "JSAPI"), new NameRule("(state|status)_desc", "成功"),
			new NameRule("(^|_)(state|status|result)$", "SUCCESS"), new NameRule("(^|_)ip$", "203.0.113.8"),
			new NameRule("longitude$", "113.934528"), new NameRule("latitude$", "22.540503"),
			new NameRule("color$", "Color010"), new NameRule("path$", "pages/index/index"),
			new NameRule("nonce|(^|_)(key|ticket|token|sign|signature|password)$", "593BEC0C930BF1AFEB40B4A08C8FB242"),
			new NameRule("(^|_)(next|prev|self)$", "/v3/sample?offset=0&limit=10"),
			new NameRule("amount|price|(^|_)fee$|amt$|subsidy$", "100"),
			new NameRule("(^|_)(count|num|quantity|limit|rate|level|grade|version|flag)$", "1"));

	private static final List<NameRule> WORDS = List.of(new NameRule("(id|no|code|number|sn)$", "1000#"),
			new NameRule("type$|scene$|mode$|channel$", "DEFAULT"),
			new NameRule(
					"desc|remark|reason|message|msg$|comment|content|detail|introduction|(^|_)words?$|text$|memo|note$|title",
					"示例说明"),
			new NameRule("name$", "示例名称"));

	private TextSamples() {
	}

	static String of(Field field) {
		if (field.defaultValue() != null) {
			return field.defaultValue();
		}
		String formatted = switch (field.format()) {
			case "media-id" -> MEDIA_ID;
			case "json" -> "{}";
			case "json-array" -> "[]";
			case "data-url" -> "data:image/png;base64,iVBORw0KGgo=";
			default -> Times.of(field.format(), field.name());
		};
		if (!formatted.isEmpty()) {
			return formatted;
		}
		// Of people, not of things
		return (field.sensitive() && field.name().equals("name")) ? PERSON : byName(field.name());
	}

	private static String byName(String name) {
		for (List<NameRule> rules : List.of(WHO, NUMBERS, FORMS)) {
			String value = NameRule.first(rules, name);
			if (value != null) {
				return value;
			}
		}
		if (name.matches(".*(time|_at|_tm)$")) {
			return Times.moment(name);
		}
		if (name.matches(".*(date|_dt|_begin|_end)$")) {
			return Times.day(name);
		}
		return Objects.requireNonNullElse(NameRule.first(WORDS, name), "sample");
	}

}
