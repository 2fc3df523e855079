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

package io.github.wechatpay4j.api.bills;

import io.github.wechatpay4j.operation.Downloadable;

/**
 * A bill that can be downloaded.
 *
 * @param hashType the kind of hash (哈希类型), {@code SHA1}
 * @param hashValue the hash of the file after decompression, in hexadecimal (哈希值)
 * @param downloadUrl where the file can be fetched (账单下载地址), for a few minutes
 */
public record BillResponse(String hashType, String hashValue, String downloadUrl) implements Downloadable {

}
