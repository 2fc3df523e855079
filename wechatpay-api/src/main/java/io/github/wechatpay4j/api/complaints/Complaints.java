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

package io.github.wechatpay4j.api.complaints;

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Complaints of payers (消费者投诉).
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/list-complaints-v2.html">List
 * of complaints</a>
 */
public final class Complaints {

	private Complaints() {
	}

	/**
	 * Asks for the complaints of some days, page by page (查询投诉单列表).
	 * @param request sets the days and the page
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/list-complaints-v2.html">List
	 * of complaints</a>
	 */
	public static WechatPayRequest<ComplaintListResponse> list(Consumer<ComplaintListRequest.Builder> request) {
		ComplaintListRequest.Builder builder = ComplaintListRequest.builder();
		request.accept(builder);
		return builder.build();
	}

	/**
	 * Asks for a complaint (查询投诉单详情).
	 * @param complaintId the complaint's number
	 * @return the request to execute
	 * @throws IllegalArgumentException if the number is empty
	 * @see <a href=
	 * "https://pay.weixin.qq.com/docs/merchant/apis/consumer-complaint/complaints/query-complaint-v2.html">A
	 * complaint</a>
	 */
	public static WechatPayRequest<Complaint> get(String complaintId) {
		return new ComplaintRequest(Required.field(complaintId, "complaint_id"));
	}

}
