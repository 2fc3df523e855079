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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Asks for a complaint (查询投诉单详情).
 *
 * @param complaintId the complaint's number (投诉单号), required
 */
public record ComplaintRequest(@JsonIgnore String complaintId) implements WechatPayRequest<Complaint> {

	private static final Operation<Complaint> OPERATION = Operation
		.get("/v3/merchant-service/complaints-v2/{complaint_id}", Complaint.class)
		.name("Complaints.get")
		.build();

	@Override
	public Operation<Complaint> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.path("complaint_id", this.complaintId);
	}

}
