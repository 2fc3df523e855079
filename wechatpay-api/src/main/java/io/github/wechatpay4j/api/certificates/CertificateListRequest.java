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

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the platform's certificates (获取平台证书列表).
 *
 * @param algorithmType the kind of certificates (证书算法版本), {@code RSA}, {@code SM2} or
 * {@code ALL}
 */
public record CertificateListRequest(
		@JsonIgnore @Nullable String algorithmType) implements WechatPayRequest<CertificateListResponse> {

	private static final Operation<CertificateListResponse> OPERATION = Operation
		.get("/v3/certificates", CertificateListResponse.class)
		.name("Certificates.list")
		.build();

	@Override
	public Operation<CertificateListResponse> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.query("algorithm_type", this.algorithmType);
	}

}
