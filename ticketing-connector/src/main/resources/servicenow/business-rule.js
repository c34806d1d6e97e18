// A business rule for ServiceNow, made by an administrator:
//   table      incident (for cases sn_customerservice_case, with case. instead of incident. below)
//   when       async, insert and update
//   condition  current.sys_updated_by != '<the integration user>'
// It needs an outbound REST message named Switchboard with an HTTP method named notify: POST to
// https://<gateway>/webhooks/servicenow, authentication Basic with SERVICENOW_WEBHOOK_USER and SERVICENOW_WEBHOOK_PASSWORD.
(function executeRule(current, previous) {
  var message = new sn_ws.RESTMessageV2('Switchboard', 'notify');
  message.setRequestHeader('Content-Type', 'application/json');
  message.setRequestBody(JSON.stringify({
    event: 'incident.' + (current.sys_mod_count == 0 ? 'created' : 'updated'),
    sys_id: current.getUniqueValue(),
    number: current.getValue('number'),
    state: current.getValue('state'),
    hold_reason: current.getValue('hold_reason'),
    correlation_id: current.getValue('correlation_id'),
    sys_updated_on: current.getValue('sys_updated_on'),
    sys_updated_by: current.getValue('sys_updated_by'),
    sys_mod_count: current.getValue('sys_mod_count')
  }));
  message.execute();
})(current, previous);
