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
 * Marks a method that is told of notifications which their handler could not handle, in
 * as many attempts as are configured: to raise an alarm, to write a ticket. The
 * notification stays where it is parked, to be handled again when somebody says so. What
 * the method throws is logged, and it is not called again. It takes the same argument as
 * a {@link WechatPayListener} method, and {@code Notification<JsonNode>} with
 * {@code events = "*"} is told of everything.
 *
 * <pre class="code">
 * &#64;WechatPayDeadLetter(events = "*")
 * void parked(Notification&lt;JsonNode&gt; notification) {
 *     this.alarms.raise(notification.eventType(), notification.id());
 * }
 * </pre>
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface WechatPayDeadLetter {

	/**
	 * The event types to be told of, such as {@code REFUND.SUCCESS}; an asterisk at the
	 * end stands for anything. Where left out, all events of the payload type.
	 * @return event types
	 */
	String[] events() default {};

}
