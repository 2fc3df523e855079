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
 * Pictures that belong to a complaint (投诉资料).
 *
 * @param mediaType whose pictures they are (媒体文件业务类型), {@code USER_COMPLAINT_IMAGE} or
 * {@code OPERATION_IMAGE}
 * @param mediaUrl the addresses of the pictures (媒体文件URL)
 */
public record ComplaintMedia(@Nullable String mediaType, List<String> mediaUrl) {

	/** Copies the list. */
	public ComplaintMedia {
		mediaUrl = (mediaUrl != null) ? List.copyOf(mediaUrl) : List.of();
	}

}
