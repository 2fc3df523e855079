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

package io.github.wechatpay4j;

/**
 * WeChat Pay's keys, with which requests are prepared and answers verified, cannot be had
 * just now: platform certificates could not be downloaded. Nothing was sent. The cause
 * says why; many callers may share it.
 */
public final class PlatformKeyUnavailableException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param cause why the keys cannot be had
	 */
	public PlatformKeyUnavailableException(Throwable cause) {
		super("The platform certificates cannot be downloaded: " + cause.getMessage(), cause,
				(cause instanceof WechatPayException ex) ? ex.status() : 0,
				(cause instanceof WechatPayException ex) ? ex.requestId() : null);
	}

}
