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

package io.github.wechatpay4j.notification;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method that handles notifications. It takes one argument: a payload type such
 * as {@code TransactionNotification}, or {@link Notification} of one (for the envelope
 * and the raw JSON), or {@code Notification<JsonNode>} for anything that has no type.
 *
 * <pre class="code">
 * &#64;WechatPayListener
 * void paid(TransactionNotification paid) {
 *     this.orders.markPaid(paid.outTradeNo(), paid.transactionId());
 * }
 * </pre>
 *
 * When the method runs, the signature has been verified, the content decrypted, and no
 * other delivery of the same business event is being handled or has been. Returning
 * normally means done: WeChat Pay will not send it again. An exception means not done:
 * WeChat Pay sends it again, for about 24 hours. A method that returns a {@code Mono} or
 * a {@code CompletionStage} is done when that completes.
 * <p>
 * Compare amount, currency and appid with the own order before believing that it is paid.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012075249">Notifications</a>
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface WechatPayListener {

	/**
	 * The event types to handle, such as {@code REFUND.SUCCESS}; an asterisk at the end
	 * stands for anything, as in {@code REFUND.*}. Where left out, all events of the
	 * payload type.
	 * @return event types
	 */
	String[] events() default {};

	/**
	 * Whether the method and the mark that its event is done share a transaction, where
	 * there is one for them: in the mode {@code inbox}, and with the store {@code jdbc}.
	 * Isolation and timeout of the method's own {@code @Transactional} are those of that
	 * transaction. {@code false} leaves transactions to the method; its event is marked
	 * as done after it, and a crash between the two lets the method run again.
	 * @return whether they share a transaction
	 */
	boolean transactional() default true;

}
