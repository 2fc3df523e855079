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

package io.github.wechatpay4j.api.certificates;

import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * The platform's certificates (平台证书). The client downloads and trusts them by itself:
 * this is for those who want to look. A merchant in public-key mode has none and is
 * answered 404.
 *
 * @see <a href=
 * "https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/applyments/chapter3_3.shtml">List
 * of certificates</a>
 */
public final class Certificates {

	private Certificates() {
	}

	/**
	 * Asks for the certificates (获取平台证书列表).
	 * @return the request to execute
	 * @see <a href=
	 * "https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/applyments/chapter3_3.shtml">List
	 * of certificates</a>
	 */
	public static WechatPayRequest<CertificateListResponse> list() {
		return new CertificateListRequest(null);
	}

	/**
	 * Asks for the certificates of one kind.
	 * @param algorithmType {@code RSA}, {@code SM2} or {@code ALL}
	 * @return the request to execute
	 * @throws IllegalArgumentException if the kind is empty
	 */
	public static WechatPayRequest<CertificateListResponse> list(String algorithmType) {
		return new CertificateListRequest(Required.field(algorithmType, "algorithm_type"));
	}

}
