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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of complaints.
 *
 * @param data the complaints (用户投诉信息详情)
 * @param limit the size of the page (分页大小)
 * @param offset where the page begins (分页开始位置)
 * @param totalCount how many complaints there are (投诉总条数)
 */
public record ComplaintListResponse(List<Complaint> data, long limit, long offset, @Nullable Long totalCount) {

	/** Copies the list. */
	public ComplaintListResponse {
		data = (data != null) ? List.copyOf(data) : List.of();
	}

}
